/** The import arrows between the folders (biome.json), each broken once in a copy of the tree's folders. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** `[file, what it imports]` */
type Import = readonly [file: string, imported: string];

const forbidden: readonly Import[] = [
  ['src/pages/a.astro', '../../functions/app'],
  ['src/pages/b.astro', '../../functions/accounts/d1'],
  ['src/layouts/A.astro', '../pages/index.astro'],
  ['src/layouts/B.astro', '../../functions/env'],
  ['src/components/A.astro', '../layouts/Base.astro'],
  ['src/components/forms/B.astro', '../../pages/index.astro'],
  ['src/components/mdx/C.astro', '../../../functions/mail/port'],
  ['src/lib/a.ts', '../components/Header.astro'],
  ['src/lib/b.ts', '../layouts/Base.astro'],
  ['src/lib/c.ts', '../search/client'],
  ['src/search/a.ts', '../components/Search.astro'],
  ['src/search/b.ts', '../../functions/app'],
  ['src/shared/a.ts', '../lib/navigation'],
  ['src/shared/b.ts', 'astro:content'],
  ['src/shared/c.ts', 'cloudflare:workers'],
  ['src/shared/d.ts', 'node:crypto'],
  ['src/shared/e.ts', 'astro/zod'],
  ['src/shared/messages/f.ts', '../../components/Header.astro'],
  ['src/shared/g.ts', '../../functions/recovery/jobs'],
  ['src/shared/h.ts', 'hono'],
  ['functions/a.ts', '../src/lib/navigation'],
  ['functions/index.ts', 'astro/hono'],
  ['functions/b.ts', '../src/layouts/Base.astro'],
  ['functions/routes/a.ts', '../accounts/d1'],
  ['functions/routes/b.ts', '../mail/resend'],
  ['functions/routes/c.ts', 'cloudflare:workers'],
  ['functions/routes/d.ts', '../../src/lib/navigation'],
  ['functions/routes/e.ts', 'astro:content'],
  ['functions/routes/f.ts', '../sms/twilio'],
  ['functions/recovery/a.ts', 'hono'],
  ['functions/recovery/b.ts', 'cloudflare:workers'],
  ['functions/recovery/c.ts', '../routes/reset'],
  ['functions/recovery/d.ts', '../accounts/d1'],
  ['functions/recovery/e.ts', '../mail/resend'],
  ['functions/recovery/f.ts', '../../src/lib/navigation'],
  ['functions/recovery/g.ts', 'resend'],
  ['functions/recovery/h.ts', 'hono/http-exception'],
  ['functions/recovery/i.ts', '../sms/twilio'],
  ['functions/support/a.ts', 'hono'],
  ['functions/support/b.ts', '../accounts/webhook'],
  ['functions/support/c.ts', 'cloudflare:workers'],
  ['functions/accounts/a.ts', '../routes/reset'],
  ['functions/accounts/b.ts', '../recovery/redeem'],
  ['functions/accounts/c.ts', '../mail/port'],
  ['functions/bindings/a.ts', '../routes/reset'],
  ['functions/bindings/b.ts', '../accounts/d1'],
  ['functions/bindings/c.ts', '../mail/port'],
  ['functions/bindings/d.ts', 'hono'],
  ['functions/sms/a.ts', '../accounts/d1'],
  ['functions/sms/b.ts', '../recovery/request-reset'],
  ['functions/sms/c.ts', 'hono'],
  ['functions/sms/d.ts', '../mail/resend'],
  ['functions/mail/a.ts', '../accounts/d1'],
  ['functions/mail/b.ts', '../recovery/request-reset'],
  ['functions/mail/c.ts', 'hono'],
];

const allowed: readonly Import[] = [
  ['src/pages/y.astro', '../layouts/Base.astro'],
  ['src/layouts/Y.astro', '../components/Header.astro'],
  ['src/components/Y.astro', '../lib/navigation'],
  ['src/components/Z.astro', '../search/client'],
  ['src/lib/y.ts', '../shared/locales'],
  ['src/lib/z.ts', 'astro:content'],
  ['src/search/y.ts', '../shared/locales'],
  ['src/shared/y.ts', './locales'],
  ['src/shared/z.ts', 'zod'],
  ['functions/app.ts', 'astro/hono'],
  ['functions/y.ts', '../src/shared/locales'],
  ['functions/z.ts', './accounts/d1'],
  ['functions/routes/y.ts', '../recovery/request-reset'],
  ['functions/routes/z.ts', '../../src/shared/forms'],
  ['functions/recovery/y.ts', '../accounts/port'],
  ['functions/recovery/z.ts', '../mail/port'],
  ['functions/accounts/y.ts', '../recovery/identifiers'],
  ['functions/accounts/z.ts', 'cloudflare:workers'],
  ['functions/bindings/y.ts', '../recovery/ports'],
  ['functions/bindings/z.ts', 'cloudflare:workers'],
  ['functions/mail/y.ts', 'resend'],
  ['functions/mail/w.ts', '../recovery/ports'],
  ['functions/mail/x.ts', '../delivery/retry-delay'],
  ['functions/mail/z.ts', '../recovery/jobs'],
  ['functions/mail/v.ts', '../recovery/whereabouts'],
];

const tree = mkdtempSync(join(tmpdir(), 'latchkey-arrows-'));
let broken: ReadonlySet<string>;

function write([file, imported]: Import): void {
  const path = join(tree, file);
  const statements = `import type { A } from '${imported}';\nexport type B = A;\n`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.endsWith('.astro') ? `---\n${statements}---\n` : statements);
}

/** The files in which Biome reports a restricted import. */
function lint(): Set<string> {
  const command = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync('biome', command, { cwd: tree, encoding: 'utf8' });
  const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] };
  return new Set(report.diagnostics.map(({ location }) => location.path));
}

beforeAll(() => {
  for (const file of ['biome.json', '.gitignore']) copyFileSync(file, join(tree, file));
  for (const line of [...forbidden, ...allowed]) write(line);
  broken = lint();
});

afterAll(() => rmSync(tree, { recursive: true }));

describe('an import against the arrows is a lint error', () => {
  it.each(forbidden)('%s imports %s', (file) => expect(broken).toContain(file));
});

describe('an import along the arrows passes', () => {
  it.each(allowed)('%s imports %s', (file) => expect(broken).not.toContain(file));
});
