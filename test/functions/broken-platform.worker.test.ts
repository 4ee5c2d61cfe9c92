/** Parts of the platform that throw at every call: in their place stands a Worker that offers nothing. */
import { describe, expect, test } from 'vitest';
import type { Part } from '../../functions/events';
import { waitForMail } from '../fakes/mailbox';
import { addAccount, newVisitor } from '../harness/accounts';
import { askForLink, openLink, PASSWORD_FORM, savePassword } from '../harness/links';
import { type TestSite, useSite } from '../harness/worker';

const nothing = {
  name: 'nothing',
  main: 'test/fakes/nothing-worker.ts',
  compatibility_date: '2026-10-01',
};

/** Starts the site with one of its bindings broken. */
const useSiteWithout = (binding: string) =>
  useSite({}, { workers: [{ config: nothing }], bindings: { [binding]: nothing.name } });

const ask = (site: TestSite, identifier: string) =>
  site.post('/en/account/reset/', { identifier }, { headers: newVisitor() });

const failedParts = (site: TestSite): Part[] =>
  site.events().flatMap((event) => (event.event === 'part.failed' ? event.part : []));

describe('the platform’s own limit throws', () => {
  const site = useSiteWithout('BURST');

  test('F9 the gate still decides, and the mail comes', async () => {
    const { username, email } = await addAccount(site);
    expect((await ask(site, username)).status).toBe(303);
    await waitForMail(site.resend, email);
    expect(failedParts(site)).toEqual(['burst-limit']);
  });
});

describe('the gate throws', () => {
  const site = useSiteWithout('GATE');

  test('F9 the answer is 503, the same for everybody, and there is no mail', async () => {
    const { username } = await addAccount(site);
    const answers = [await ask(site, username), await ask(site, 'nobody-of-that-name')];
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    const [known, unknown] = await Promise.all(answers.map((answer) => answer.text()));
    const neutral = (html = '') => html.replace(/ value="[^"]*"/g, '');
    expect(neutral(known)).toBe(neutral(unknown));
    expect(failedParts(site)).toEqual(['gate', 'gate']);
    expect(site.resend.attempts).toEqual([]);
  });
});

describe('the store of tokens and locks throws', () => {
  const site = useSiteWithout('RECOVERY');

  test('F9 a request goes on without it, and redemption says 503', async () => {
    const { username } = await addAccount(site);
    expect((await ask(site, username)).status).toBe(303);
    const cookie = `reset=${'A'.repeat(43)}`;
    expect((await site.fetch(PASSWORD_FORM, { headers: { cookie } })).status).toBe(503);
    expect((await savePassword(site, { cookie, flow: 'any' }, 'seven quiet rivers')).status).toBe(503);
    expect(failedParts(site)).toEqual(expect.arrayContaining(['lock-store', 'token-store']));
  });
});

describe('the hasher of passwords throws', () => {
  const site = useSiteWithout('HASHER');

  test('I2 ten kilobytes are refused without it, where a password that is taken needs it', async () => {
    const visit = await openLink(site, await askForLink(site, await addAccount(site)));
    expect((await savePassword(site, visit, 'a long password '.repeat(640))).status).toBe(400);
    expect(failedParts(site)).toEqual([]);
    expect((await savePassword(site, visit, 'seven quiet rivers')).status).toBe(503);
    expect(failedParts(site)).toEqual(['account-system']);
  });
});
