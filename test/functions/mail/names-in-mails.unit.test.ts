import { beforeAll, describe, expect, test } from 'vitest';
import type { RenderedMail } from '../../../functions/mail/port';
import { mailRenderer } from '../../../functions/mail/renderer';
import { loadTranslate } from '../../../src/shared/catalog';
import type { Locale } from '../../../src/shared/locales';
import { linksIn } from '../../fakes/mailbox';

function render(account: { username: string; displayName?: string }, locale: Locale = 'en'): Promise<RenderedMail> {
  const renderer = mailRenderer('https://help.example.com', loadTranslate);
  return renderer.reset({ locale, account, token: 'A'.repeat(43), requestedAt: 0 });
}

function tagsOf({ html }: RenderedMail): string[] {
  return [...html.matchAll(/<\/?[a-z!][^>]*>/gi)].map(([tag]) => tag);
}

describe('G6 a name that is an attack', () => {
  let plain: RenderedMail;

  beforeAll(async () => {
    plain = await render({ username: 'maria', displayName: 'Maria' });
  });

  test.each([
    ['a line break and a header', 'Ana\r\nBcc: eve@evil.example'],
    ['a script', '<script>alert(1)</script>'],
    ['a tag that closes ours', '</p></td></table><h1>Pay now'],
    ['an attribute', '" onmouseover="x'],
    ['a style', '<style>*{display:none}'],
    ['a link', 'Win at https://evil.example/x'],
    ['a bare host', 'evil.example'],
    ['an address', 'eve@evil.example'],
    ['a number to call', 'Call +1 (800) 555-0199'],
    ['marks that turn the text around', '\u202egnihsihp\u202c \u2066x'],
    ['an isolate that is never closed', 'Ana\u2068\u2067'],
    ['an isolate that is closed too often', 'Ana\u2069\u2069'],
    ['lines', 'Ana\u2028\u2029\u0085\u000bEve'],
    ['a message', 'Your account has been closed for good. Reply with your password today.'],
  ])('%s is inert in both parts', async (_, name) => {
    const mail = await render({ username: name, displayName: name });
    expect(mail.subject).toBe(plain.subject);
    expect(linksIn(mail)).toEqual(linksIn(plain));
    for (const tag of tagsOf(mail)) expect(tagsOf(plain)).toContain(tag);
    expect(`${mail.text}${mail.html}`).not.toMatch(
      /evil\.example|eve@|555|closed for good|[\u202a-\u202e\u2066\u2067]/,
    );
    expect(mail.text.split(/[\p{Zl}\p{Zp}\p{Cc}]/u).length).toBeLessThanOrEqual(plain.text.split('\n').length);
    expect(mail.text.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, '')).not.toMatch(/[\u2068\u2069]/);
  });

  test('a placeholder is not filled, in either part', async () => {
    const name = '{brand} {{token}} {name}';
    const mail = await render({ username: 'maria', displayName: name });
    expect(mail.text).toContain(`Hello \u2068${name}\u2069,`);
    expect(mail.html).toContain(`Hello <bdi>${name}</bdi>,`);
  });

  test('the greeting goes without it, and greets all the same', async () => {
    const mail = await render({ username: 'maria', displayName: 'evil.example' });
    expect(mail.text.startsWith('Hello \u2068maria\u2069,\n')).toBe(true);
    const nameless = await render({ username: 'eve@evil.example' });
    expect(nameless.text.startsWith('Hello,\n')).toBe(true);
    expect(nameless.text).not.toContain('Account:');
  });
});

describe('a name of another direction', () => {
  test('stays apart from the words around it', async () => {
    const mail = await render({ username: 'maria', displayName: 'ماريا' });
    expect(mail.text).toContain('Hello \u2068ماريا\u2069,');
    expect(mail.html).toContain('Hello <bdi>ماريا</bdi>,');
  });

  test('does not turn a line of a right-to-left text around', async () => {
    const { text } = await render({ username: 'maria', displayName: 'Maria' }, 'ar');
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('https:'));
    for (const line of lines) expect(line.startsWith('\u200f')).toBe(true);
  });
});

test('an e-mail address that is a username is not printed', async () => {
  const mail = await render({ username: 'maria.ruiz@example.org' }, 'ja');
  expect(`${mail.text}${mail.html}`).not.toMatch(/maria|example\.org/);
});
