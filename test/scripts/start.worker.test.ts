/** What a newcomer does first: `npm start`, in a fresh clone (in a few languages: the build of all is tested by itself). */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoAccounts } from '../../scripts/local/demo-accounts';
import { copyProject, type ProjectCopy } from '../../scripts/local/project-copy';
import { keepFewLanguages } from '../harness/few-languages';
import { eventually, findFreePorts, type LocalSite, processesIn, runLocalSite, runScript } from '../harness/local-site';

let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject(['test']);
  keepFewLanguages(copy.folder);
});
afterAll(() => copy[Symbol.dispose]());

test('a port that is taken is told at once, before anything is built', async () => {
  const port = await findFreePorts();
  const other = createServer().listen(port, '127.0.0.1');
  const { child, output } = runScript(copy.folder, ['start'], port);
  const [code] = await once(child, 'close');
  other.close();
  expect(output()).toContain(`Port ${port} (the site) is in use.`);
  expect(output()).not.toContain('    at ');
  expect(code).toBe(1);
  expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
});

describe('npm start', { timeout: 60_000 }, () => {
  let site: LocalSite;
  beforeAll(async () => {
    site = await runLocalSite(copy.folder, ['start']);
  }, 180_000);

  test('prints where the site and its inboxes are, and who has an account', () => {
    expect(site.output()).toContain(`${site.origin}/en/`);
    expect(site.output()).toContain(`${site.mailboxOrigin}/inbox`);
    expect(site.output()).toContain(`${site.textsOrigin}/`);
    for (const { username } of demoAccounts) expect(site.output()).toContain(username);
  });

  test('prints nothing that looks like trouble', () => {
    const ours = site.output().replace(/^npm .*$/gm, '');
    expect(ours).not.toMatch(/warn|error|unable|failed/i);
  });

  test('serves pages, and the inboxes their own', async () => {
    expect((await fetch(`${site.origin}/ar/`)).status).toBe(200);
    expect((await fetch(`${site.mailboxOrigin}/inbox`)).status).toBe(200);
    expect((await fetch(site.textsOrigin)).status).toBe(200);
  });

  test('mails a link that opens the form for a new password', async () => {
    const form = new URLSearchParams({ identifier: 'maya' });
    const asked = await fetch(`${site.origin}/en/account/reset/`, {
      method: 'POST',
      body: form,
      headers: { origin: site.origin },
      redirect: 'manual',
    });
    expect(asked.status).toBe(303);
    const mail = await eventually('a mail to maya', async () =>
      (await site.mails()).find(({ to }) => to.includes('maya@example.com')),
    );
    const link = /https?:\/\/\S+token=\S+/.exec(mail.text)?.[0] ?? '';
    expect(new URL(link).origin).toBe(site.origin);
    const opened = await fetch(link, { redirect: 'manual' });
    const page = await fetch(new URL(opened.headers.get('location') ?? '', site.origin), {
      headers: { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '' },
    });
    expect(await page.text()).toContain('type="password"');
  });

  test('sends a code that opens the form for a new password', async () => {
    const post = (path: string, fields: Record<string, string>, cookie = '') =>
      fetch(`${site.origin}${path}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: site.origin, cookie },
        redirect: 'manual',
      });
    const asked = await post('/ja/account/reset/', { identifier: '090-1234-5678' });
    expect(asked.headers.get('location')).toBe('/ja/account/reset/code/');
    const cookie = asked.headers.get('set-cookie')?.split(';')[0] ?? '';
    const text = await eventually('a text message to sora', async () =>
      (await site.texts()).find(({ to }) => to === '+819012345678'),
    );
    const code = /#(\d{6})$/.exec(text.body)?.[1] ?? '';
    const entered = await post('/ja/account/reset/code/', { code }, cookie);
    expect(entered.headers.get('location')).toBe('/ja/account/new-password/');
  });

  test('ends with everything it started when Ctrl-C is pressed', async () => {
    await site.interrupt();
    await expect(fetch(site.origin)).rejects.toThrow('fetch failed');
    await expect(fetch(site.mailboxOrigin)).rejects.toThrow('fetch failed');
    await expect(fetch(site.textsOrigin)).rejects.toThrow('fetch failed');
    await eventually('an end of all processes', async () => (processesIn(copy.folder).length === 0 ? true : undefined));
  });
});
