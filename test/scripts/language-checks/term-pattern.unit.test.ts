import { expect, test } from 'vitest';
import { foldText, termPattern } from '../../../scripts/language-checks/term-pattern';
import { type Locale, localeInfo } from '../../../src/shared/locales';

function finds(form: string, text: string, locale: Locale): boolean {
  const info = localeInfo(locale);
  return foldText(text, info.lang).search(termPattern(form, info)) >= 0;
}

test.each<[string, string, string, Locale]>([
  ['a word', 'cuenta', 'Tu cuenta.', 'es'],
  ['a word in capitals', 'cuenta', 'CUENTA', 'es'],
  ['a stem with its endings', 'contraseñ-', 'Tus contraseñas', 'es'],
  ['a stem with many endings', 'parola-', 'parolanızı', 'tr'],
  ['a capital with a dot', 'ileti-', 'İLETİLER', 'tr'],
  ['an ending with its beginnings', '-konto', 'Benutzerkonto', 'de'],
  ['the two ends of a split verb', 'meld- … an', 'Melden Sie sich bitte an.', 'de'],
  ['several words over a line break', 'mensaje de texto', 'un mensaje\nde texto', 'es'],
  ['a word behind the Arabic article', 'حساب-', 'إلى الحساب', 'ar'],
  ['a word behind "and" and "for the"', 'حساب-', 'وللحساب', 'ar'],
  ['both words of a pair with articles', 'بريد إلكتروني', 'البريد الإلكتروني', 'ar'],
  ['a word with vowel signs', 'رابطا', 'رابطًا', 'ar'],
  ['a word behind a Hebrew prefix', 'חשבון', 'בחשבון', 'he'],
  ['a Persian word with or without its joiner', 'رمزعبور', 'رمز‌عبور', 'fa'],
  ['a word between others without spaces', '再設定', 'パスワードを再設定する', 'ja'],
  ['a word written with another apostrophe', "l'article", 'Lisez l’article', 'fr'],
])('%s is found', (_, form, text, locale) => {
  expect(finds(form, text, locale)).toBe(true);
});

test.each<[string, string, string, Locale]>([
  ['a word within another', 'cuenta', 'encuentas', 'es'],
  ['a word with an ending that is not allowed', 'código', 'códigos', 'es'],
  ['the ends of a split verb in two sentences', 'meld- … an', 'Melden Sie sich. Fangen Sie an.', 'de'],
  ['a word with an Arabic prefix in a language that has none', 'حساب', 'والحساب', 'fa'],
])('%s is not found', (_, form, text, locale) => {
  expect(finds(form, text, locale)).toBe(false);
});
