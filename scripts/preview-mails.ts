/**
 * Writes every e-mail in every language to dist/mails, to be looked at after a change of brand or words.
 *
 * @example npm run mails
 */
import { mkdir, writeFile } from 'node:fs/promises';
import type { RenderedMail } from '../functions/mail/port';
import { mailRenderer } from '../functions/mail/renderer';
import { loadTranslate } from '../src/shared/catalog';
import { enabledLocales, type Locale } from '../src/shared/locales';

const FOLDER = 'dist/mails';

const renderer = mailRenderer('https://help.example.com', loadTranslate);

async function renderAll(locale: Locale): Promise<Record<string, RenderedMail>> {
  const common = {
    locale,
    account: { username: 'maria', displayName: 'Maria Ruiz' },
    whereabouts: { country: 'NG', city: 'Lagos', browser: 'chrome', system: 'android' },
    requestedAt: Date.UTC(2026, 10, 22, 14, 5),
  } as const;
  const link = { ...common, token: 'A'.repeat(43) };
  const ticket = {
    id: 'ticket',
    reference: '4829103756',
    topic: 'hacked',
    locale,
    email: 'maria@example.org',
    createdAt: common.requestedAt,
  } as const;
  return {
    reset: await renderer.reset(link),
    code: await renderer.code({ ...common, code: '012345' }),
    changed: await renderer.notice({ ...link, changedAt: Date.UTC(2026, 10, 22, 14, 9) }),
    secure: await renderer.secure(link),
    federated: await renderer.federated(common),
    receipt: await renderer.receipt({ ticket, token: link.token, until: Date.UTC(2026, 11, 22, 14, 5) }),
    desk: await renderer.desk({
      ...ticket,
      desk: 'urgent',
      number: 1,
      fields: { account: 'maria' },
      sentAt: ticket.createdAt,
    }),
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
