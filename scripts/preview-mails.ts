/**
 * Writes every e-mail in every language to dist/mails, to be looked at after a change of brand or words.
 *
 * @example npm run mails
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { changedMail } from '../functions/mail/changed-mail';
import { codeMail } from '../functions/mail/code-mail';
import type { RenderedMail } from '../functions/mail/port';
import { resetMail } from '../functions/mail/reset-mail';
import { loadTranslate } from '../src/shared/catalog';
import { enabledLocales, type Locale } from '../src/shared/locales';

const FOLDER = 'dist/mails';

async function renderAll(locale: Locale): Promise<Record<string, RenderedMail>> {
  const t = await loadTranslate(locale);
  const common = {
    locale,
    account: { username: 'maria', displayName: 'Maria Ruiz' },
    origin: 'https://help.example.com',
  };
  return {
    reset: resetMail(t, { ...common, token: 'A'.repeat(43), requestedAt: Date.UTC(2026, 10, 22, 14, 5) }),
    code: codeMail(t, { ...common, code: '012345', requestedAt: Date.UTC(2026, 10, 22, 14, 5) }),
    changed: changedMail(t, { ...common, changedAt: Date.UTC(2026, 10, 22, 14, 9) }),
  };
}

await mkdir(FOLDER, { recursive: true });
for (const { code } of enabledLocales) {
  for (const [name, mail] of Object.entries(await renderAll(code))) {
    await writeFile(`${FOLDER}/${name}.${code}.html`, mail.html);
    await writeFile(`${FOLDER}/${name}.${code}.txt`, `${mail.subject}\n\n${mail.text}`);
  }
}
console.log(`${enabledLocales.length} languages written to ${FOLDER}`);
