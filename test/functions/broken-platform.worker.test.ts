/** Parts of the platform that throw at every call: in their place stands a Worker that offers nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_CONFIG, serveThrowawaySite, type ThrowawaySite } from '../../scripts/local/throwaway-site';
import { waitForMail } from '../fakes/mailbox';
import { type FakeResend, startFakeResend } from '../fakes/resend';
import { addAccount, newVisitor, type TestAccount } from '../harness/accounts';

const nothing = {
  name: 'nothing',
  main: 'test/fakes/nothing-worker.ts',
  compatibility_date: '2026-10-01',
};

/** Starts the site with one of its bindings broken. */
function useSiteWithout(binding: string) {
  const parts = {} as { site: ThrowawaySite; resend: FakeResend; account: TestAccount };
  beforeAll(async () => {
    parts.resend = await startFakeResend();
    parts.site = await serveThrowawaySite(
      { RESEND_BASE_URL: parts.resend.url },
      { config: BUILT_CONFIG, workers: [{ config: nothing }], bindings: { [binding]: nothing.name } },
    );
    parts.account = await addAccount({ database: (await parts.site.environment()).ACCOUNTS as D1Database });
  });
  afterAll(async () => {
    await parts.site[Symbol.asyncDispose]();
    await parts.resend.stop();
  });
  const send = (path: string, identifier?: string, headers: Record<string, string> = {}) =>
    fetch(`${parts.site.origin}${path}`, {
      redirect: 'manual',
      headers: { origin: parts.site.origin, ...newVisitor(), ...headers },
      ...(identifier === undefined ? {} : { method: 'POST', body: new URLSearchParams({ identifier }) }),
    });
  return {
    parts,
    ask: (identifier: string) => send('/en/account/reset/', identifier),
    openWith: (cookie: string) => send('/en/account/new-password/', undefined, { cookie }),
    failures: () => parts.site.logs().flatMap(({ message }) => /"part":"([\w-]+)"/.exec(message)?.[1] ?? []),
  };
}

describe('the platform’s own limit throws', () => {
  const { parts, ask, failures } = useSiteWithout('BURST');

  test('F9 the gate still decides, and the mail comes', async () => {
    expect((await ask(parts.account.username)).status).toBe(303);
    await waitForMail(parts.resend, parts.account.email);
    expect(failures()).toContain('burst-limit');
  });
});

describe('the gate throws', () => {
  const { parts, ask, failures } = useSiteWithout('GATE');

  test('F9 the answer is 503, the same for everybody, and there is no mail', async () => {
    const answers = [await ask(parts.account.username), await ask('nobody-of-that-name')];
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
    const neutral = (html = '') => html.replace(/ value="[^"]*"/g, '');
    expect(neutral(known)).toBe(neutral(unknown));
    expect(failures()).toEqual(['gate', 'gate']);
    expect(parts.resend.attempts).toEqual([]);
  });
});

describe('the store of tokens and locks throws', () => {
  const { parts, ask, openWith, failures } = useSiteWithout('RECOVERY');

  test('F9 a request goes on without it, and redemption says 503', async () => {
    expect((await ask(parts.account.username)).status).toBe(303);
    expect((await openWith(`reset=${'A'.repeat(43)}`)).status).toBe(503);
    expect(failures()).toEqual(expect.arrayContaining(['lock-store', 'token-store']));
  });
});
