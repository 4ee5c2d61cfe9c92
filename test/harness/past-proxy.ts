/** Requests to a Worker behind wrangler's local proxy, without the proxy's own failures. */

/** The answer of the proxy, not of the Worker, which answers a fault with a page. */
const LOST = 'Error: Network connection lost.';

/** More than the connections that can have gone stale at once are worth: each try uses one up. */
const TRIES = 100;

/**
 * Fetches, and sends again what got lost before the Worker. The proxy keeps its connections to the Worker, and asks again
 * by itself only for what a GET wanted; a POST it loses when the connection has just been idle for 5 s, or when the
 * request before it was answered with its body unread
 * (https://github.com/cloudflare/workers-sdk/issues/14641, https://github.com/cloudflare/workers-sdk/issues/15203).
 *
 * @param init Its body can be sent twice: no stream.
 */
export async function fetchPastProxy(url: URL, init: RequestInit): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const answer = await fetch(url, init);
    if (tried === TRIES || !(await isLost(answer))) return answer;
  }
}

async function isLost(answer: Response): Promise<boolean> {
  return answer.status === 500 && (await answer.clone().text()).startsWith(LOST);
}
