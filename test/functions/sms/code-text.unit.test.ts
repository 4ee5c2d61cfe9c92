import { describe, expect, test } from 'vitest';
import { foldDigits } from '../../../functions/recovery/digits';
import { codeText } from '../../../functions/sms/code-text';
import { loadTranslate } from '../../../src/shared/catalog';
import { enabledLocales } from '../../../src/shared/locales';

/** Two parts of a message in UCS-2 (3GPP TS 23.040 §9.2.3.24.1): every further one is paid for by the operator. */
const TWO_PARTS = 134;

const locales = enabledLocales.map(({ code }) => code);

describe.each(locales)('the text message in %s', (locale) => {
  const render = async () =>
    codeText(await loadTranslate(locale), { locale, code: '012345', origin: 'https://help.example.com' });

  test('holds the code in digits that every telephone reads, the brand, and how long it works', async () => {
    const { body } = await render();
    const [words = ''] = body.split('\n');
    expect(words).toContain('012345');
    expect(words).toContain('Acme');
    expect(foldDigits(words)).toContain('10');
    expect(body).not.toMatch(/[{}]/);
  });

  test('ends with the line by which telephones fill in the code, on this site alone', async () => {
    expect((await render()).body).toMatch(/[^\n]\n\n@help\.example\.com #012345$/);
  });

  test('is short', async () => {
    expect((await render()).body.length).toBeLessThanOrEqual(TWO_PARTS);
  });

  test('is the same every time', async () => {
    expect(await render()).toEqual(await render());
  });
});
