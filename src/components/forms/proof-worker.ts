/** Solves ALTCHA's challenge beside the page: https://altcha.org/docs/v2/proof-of-work/. */

interface Challenge {
  readonly algorithm: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

addEventListener('message', async ({ data }: MessageEvent<string>) => {
  const { algorithm, challenge, maxnumber, salt, signature } = JSON.parse(data) as Challenge;
  const encoder = new TextEncoder();
  for (let number = 0; number <= maxnumber; number += 1) {
    const digest = await crypto.subtle.digest(algorithm, encoder.encode(salt + number));
    if (toHex(digest) !== challenge) continue;
    postMessage(btoa(JSON.stringify({ algorithm, challenge, number, salt, signature })));
    return;
  }
});

function toHex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
