/** What a failing provider does to a reset, from the form to the mailbox. */
import { beforeEach, describe, expect, test } from 'vitest';
import { enabledLocales, localeToSegment } from '../../../src/shared/locales';
import { waitForMail } from '../../fakes/mailbox';
import { addAccount, newVisitor } from '../../harness/accounts';
import { expectInert, hostileText } from '../../harness/hostile-text';
import { useSite } from '../../harness/worker';

const site = useSite();

const ask = (identifier: string, locale = 'en') =>
  site.post(`/${locale}/account/reset/`, { identifier }, { headers: newVisitor() });

beforeEach(() => site.resend.clear());

describe('a provider that fails', () => {
  test.each([
    ['G3 loses the answer', { type: 'drop', accepts: true }],
    ['G3 loses the mail', { type: 'drop', accepts: false }],
    ['G3 does not answer in time', { type: 'hang', accepts: true }],
    ['G3 answers with a page of some proxy', { type: 'html', accepts: true }],
    ['A5 has a fault of its own', { type: 'error', name: 'internal_server_error' }],
  ] as const)(
    '%s: the mail is tried again under the same key, and comes once',
    async (_, failure) => {
      const { username, email } = await addAccount(site);
      site.resend.failNext(failure);
      expect((await ask(username)).status).toBe(303);
      await site.settle();
      const keys = site.resend.attempts.map(({ idempotencyKey }) => idempotencyKey);
      expect(keys).toEqual([keys[0], keys[0]]);
      expect(site.resend.inbox.map(({ to }) => to)).toEqual([[email]]);
    },
    60_000,
  );

  test('G2 a job that is delivered again gets the id of the mail that went out', async () => {
    const { username } = await addAccount(site);
    site.resend.failNext({ type: 'drop', accepts: true });
    await ask(username);
    await site.settle();
    expect(site.resend.attempts.map(({ outcome }) => outcome)).toEqual(['drop', 'replayed']);
    expect(site.resend.inbox).toHaveLength(1);
  });

  test('A5 G4 a provider that is asked too often is given the time it asks for', async () => {
    const { username, email } = await addAccount(site);
    site.resend.failNext({ type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 4 });
    const started = Date.now();
    expect((await ask(username)).status).toBe(303);
    await waitForMail(site.resend, email, { timeoutMilliseconds: 20_000 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(4000);
    await site.settle();
  });

  test('A5 a mail that the provider will never take is not tried again, and the visitor sees no difference', async () => {
    const { username } = await addAccount(site);
    site.resend.failNext({ type: 'error', name: 'validation_error' });
    const [refused, missing] = [await ask(username), await ask('nobody-of-that-name')];
    await site.settle();
    expect(refused.status).toBe(missing.status);
    expect(await refused.text()).toBe(await missing.text());
    expect(site.events()).toContainEqual({ event: 'mail.rejected', mail: 'reset', reason: 'refused' });
    expect(site.resend.attempts).toHaveLength(1);
  });
});

describe('what stands in a mail', () => {
  test('G6 a display name is inert in both parts', async () => {
    const { username, email } = await addAccount(site, { displayName: hostileText });
    await ask(username);
    expectInert(await waitForMail(site.resend, email));
    await site.settle();
  });

  test.each(enabledLocales.map(({ code, lang, dir }) => [code, lang, dir] as const))(
    'G8 a mail in %s tells its language and direction, and every placeholder is filled',
    async (locale, lang, dir) => {
      const { username, email } = await addAccount(site);
      await ask(username, localeToSegment(locale));
      const mail = await waitForMail(site.resend, email);
      expect(mail.html).toContain(`lang="${lang}"`);
      expect(mail.html).toContain(`dir="${dir}"`);
      expect(`${mail.subject}${mail.text}${withoutStyle(mail.html)}`).not.toMatch(/\{\w+\}/);
      await site.settle();
    },
  );
});

function withoutStyle(html = ''): string {
  return html.replace(/<style>.*?<\/style>/gs, '');
}
