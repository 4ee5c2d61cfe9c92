/** The authors' loop: `npm run dev`, in a fresh clone without a build. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../../scripts/local/project-copy';
import { revisionIn } from '../harness/contact';
import { edit } from '../harness/edit';
import { keepFewLanguages } from '../harness/few-languages';
import { eventually, type LocalSite, processesIn, runLocalSite } from '../harness/local-site';

const ARTICLE = '/en/logging-in/locked-out/';

let copy: ProjectCopy;
let site: LocalSite;
beforeAll(async () => {
  copy = copyProject(['test']);
  keepFewLanguages(copy.folder);
  site = await runLocalSite(copy.folder, ['run', 'dev']);
}, 180_000);
afterAll(async () => {
  await site.interrupt();
  copy[Symbol.dispose]();
});

async function read(path: string): Promise<string> {
  return (await fetch(`${site.origin}${path}`)).text();
}

function replace(file: string, from: string, to: string): void {
  edit(join(copy.folder, file), (text) => text.replace(from, to));
}

describe('npm run dev', { timeout: 60_000 }, () => {
  test('serves an article, and the article as it is changed', async () => {
    expect(await read(ARTICLE)).toContain('This message means');
    replace('content/en/logging-in/locked-out.mdx', 'This message means', 'These words mean');
    await eventually(
      'the changed article',
      async () => (await read(ARTICLE)).includes('These words mean') || undefined,
    );
  });

  test('shows a message as it is changed', async () => {
    expect(await read('/en/account/reset/')).toContain('Skip to content');
    replace('locales/en.json', 'Skip to content', 'Jump to content');
    const changed = async () => (await read('/en/account/reset/')).includes('Jump to content') || undefined;
    await eventually('the changed message', changed);
  });

  test('answers search without a build', async () => {
    const [, index = ''] = /data-search="([^"]+)"/.exec(await read(ARTICLE)) ?? [];
    const response = await fetch(new URL('index.json', new URL(index, site.origin)));
    expect(response.status).toBe(200);
    expect(existsSync(join(copy.folder, 'dist/client/en'))).toBe(false);
  });

  test('takes a request for a reset, and mails', async () => {
    const response = await fetch(`${site.origin}/ja/account/reset/`, {
      method: 'POST',
      body: new URLSearchParams({ identifier: 'sora_t' }),
      headers: { origin: site.origin },
      redirect: 'manual',
    });
    expect(response.status).toBe(303);
    const mail = await eventually('a mail to sora', async () =>
      (await site.mails()).find(({ to }) => to.includes('sora@example.com')),
    );
    expect(mail.text).toContain(`${site.origin}/ja/`);
  });

  test('takes an answer to “Did this help?”', async () => {
    const revision = revisionIn(await read(ARTICLE));
    const response = await fetch(`${site.origin}${ARTICLE}feedback/`, {
      method: 'POST',
      body: new URLSearchParams({ helped: 'yes', revision }),
      headers: { origin: site.origin },
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe(`${ARTICLE}#thanks`);
  });

  test('leaves no process behind', async () => {
    await site.interrupt();
    await eventually('an end of all processes', async () => (processesIn(copy.folder).length === 0 ? true : undefined));
  });
});
