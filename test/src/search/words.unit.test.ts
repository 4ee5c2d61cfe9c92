import { describe, expect, it } from 'vitest';
import { foldLetters, foldWord, splitWords } from '../../../src/search/words';

const foldedWords = (text: string, lang: string) => splitWords(text, lang).map(({ folded }) => folded);

describe('a word is compared without what people leave out or mix up', () => {
  it.each([
    ['es', 'Contraseña', 'contrasena'],
    ['es', 'CÓDIGO', 'codigo'],
    ['de', 'Straße', 'strasse'],
    ['tr', 'İSTANBUL', 'istanbul'],
    ['tr', 'ılık', 'ilik'],
    ['da', 'Købt', 'kobt'],
    ['pl', 'hasło', 'haslo'],
    ['ru', 'Ещё', 'еще'],
    ['he', 'סִיסְמָה', 'סיסמה'],
    ['fa', 'می\u200cشود', 'ميشود'],
    ['en', 'E‑Mail', 'email'],
    ['ja', 'ＳＭＳ', 'sms'],
    ['ja', 'ﾊﾟｽﾜｰﾄﾞ', 'ぱすわーど'],
  ])('%s: %s is %s', (lang, word, folded) => {
    expect(foldWord(word, lang)).toBe(folded);
  });

  it.each([
    ['hamza', 'إعادة', 'اعادة'],
    ['the last letter', 'كلمة', 'كلمه'],
    ['vowel points', 'اختُرِق', 'اخترق'],
    ['the tatweel', 'حـــساب', 'حساب'],
    ['the article', 'الحساب', 'حساب'],
    ['the article and what is written with it', 'وبالحساب', 'بالحساب'],
    ['Persian letters', 'یک', 'يك'],
  ])('Arabic: %s does not count', (_, one, other) => {
    expect(foldWord(one, 'ar')).toBe(foldWord(other, 'ar'));
  });

  it.each([
    ['ckb', 'وشەی نهێنی', 'وشهی نهینی'],
    ['ckb', 'کۆد', 'کود'],
    ['ckb', 'هەژمار', 'ھەژمار'],
    ['ps', 'ټیلیفون', 'تیلیفون'],
    ['ps', 'پټنوم بدلول وړ ښه', 'پتنوم بدلول ور شه'],
    ['ur', 'ہیک', 'هيك'],
    ['ti', 'ጽሑፍ', 'ፅሑፍ'],
    ['ti', 'ጸገም', 'ፀገም'],
    ['ti', 'ኣካውንት', 'አካውንት'],
    ['ti', 'ሰዓት ሓደ', 'ሠዓት ኃደ'],
  ])('%s: %s is found by who types %s', (lang, written, typed) => {
    expect(foldWord(typed, lang)).toBe(foldWord(written, lang));
  });

  it('keeps the vowel signs of scripts in which they are letters', () => {
    expect(foldWord('पासवर्ड', 'hi')).toBe('पासवर्ड');
    expect(foldWord('ಪಾಸ್‌ವರ್ಡ್', 'kn')).toBe('ಪಾಸ್ವರ್ಡ್');
    expect(foldWord('รหัสผ่าน', 'th')).toBe('รหัสผ่าน');
  });

  it('keeps Korean syllables whole', () => {
    expect(foldWord('비밀번호', 'ko')).toBe('비밀번호');
  });

  it('keeps a short Arabic word that begins like the article', () => {
    expect(foldWord('الي', 'ar')).toBe('الي');
  });
});

describe('a text is cut into words', () => {
  it('at spaces and signs, and says where each stands', () => {
    expect(splitWords('E-Mail vergessen?', 'de')).toEqual([
      { start: 0, end: 6, folded: 'email' },
      { start: 7, end: 16, folded: 'vergessen' },
    ]);
  });

  it('takes a contraction and a possessive as one word', () => {
    expect(foldedWords("didn't, account’s", 'en')).toEqual(['didnt', 'accounts']);
  });

  it('takes an elided article as a word of its own', () => {
    expect(foldedWords("l'adresse dell’account", 'fr')).toEqual(['l', 'adresse', 'dell', 'account']);
  });

  it('drops Spanish and Arabic signs that touch a word', () => {
    expect(foldedWords('¿Olvidaste?', 'es')).toEqual(['olvidaste']);
    expect(foldedWords('حسابك، ثم', 'ar')).toEqual(['حسابك', 'ثم']);
  });

  it('has no words in a text of signs', () => {
    expect(splitWords('… — !?', 'en')).toEqual([]);
  });
});

describe('folding letter by letter', () => {
  it('keeps every place', () => {
    const text = 'ﾊﾟスワードＡ';
    expect(foldLetters(text, 'ja')).toHaveLength(text.length);
    expect(foldLetters('パスＡ', 'ja')).toBe('ぱすa');
  });
});
