/** How search cuts a text into words and compares their letters: the same for the index and for what is typed. */

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const letters = String.raw`[\p{L}\p{M}\p{N}]+`;
const joiners = String.raw`['’ʼ\-‐‑\u200c\u200d]`;
const wordPattern = new RegExp(`${letters}(?:${joiners}${letters})*`, 'gu');
const joinerPattern = new RegExp(joiners, 'gu');

/** "l'adresse" is two words; "didn't" and "account's" are one. */
const elision = /['’ʼ](?=.{3})/u;

/** Marks that people leave out: accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic, the tatweel. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
const likeLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ې: 'ي',
  ۍ: 'ي',
  ێ: 'ي',
  ۆ: 'و',
  ڕ: 'ر',
  ړ: 'ر',
  ڵ: 'ل',
  ټ: 'ت',
  ډ: 'د',
  ښ: 'ش',
  ڼ: 'ن',
  አ: 'ኣ',
};
const likeLetterPattern = new RegExp(`[${Object.keys(likeLetters).join('')}]`, 'g');

/** Letters that stand for the sound of others, row for row: katakana; Ethiopic ሠ for ሰ, ኀ for ሐ, ፀ for ጸ. */
const likeRows: readonly (readonly [RegExp, number])[] = [
  [/[\u30a1-\u30f6]/g, -0x60],
  [/[\u1220-\u1227]/g, 0x10],
  [/[\u1280-\u1287]/g, -0x70],
  [/[\u1340-\u1347]/g, -0x8],
];

/** Arabic "and", "so", "in", "as", "for" before "the", and "the" itself: written as one with the word. */
const arabicArticle = /^[وف]?(?:ال|[بك]ال|لل)(?=.{3})/;

const unspacedLanguage = /^(?:ja|zh|th)\b/;

/** Whether the language is written without spaces between words. */
export function isUnspaced(lang: string): boolean {
  return unspacedLanguage.test(lang);
}

/**
 * A word without what people leave out or mix up: case, accents, vowel points, hyphens, kinds of kana, letters that
 * a keyboard lacks, the Arabic article.
 *
 * @example foldWord('Contraseña', 'es') // 'contrasena'
 */
export function foldWord(word: string, lang: string): string {
  const folded = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(optionalMarks, '')
    .replace(joinerPattern, '')
    .replace(likeLetterPattern, (letter) => likeLetters[letter] ?? letter)
    .normalize('NFC');
  const like = likeRows.reduce(
    (text, [row, offset]) => text.replace(row, (letter) => String.fromCharCode(letter.charCodeAt(0) + offset)),
    folded,
  );
  return lang === 'ar' ? like.replace(arabicArticle, '') : like;
}

/**
 * The words of a text, in its order; in a language without spaces, the stretches between other signs.
 *
 * @example splitWords('E-Mail vergessen?', 'de') // [{ start: 0, end: 6, folded: 'email' }, { start: 7, end: 16, folded: 'vergessen' }]
 */
export function splitWords(text: string, lang: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].flatMap(({ 0: run, index }) => {
    const cut = run.search(elision);
    const edges = cut < 0 ? [[0, run.length] as const] : [[0, cut] as const, [cut + 1, run.length] as const];
    return edges.map(([start, end]) => ({
      start: index + start,
      end: index + end,
      folded: foldWord(run.slice(start, end), lang),
    }));
  });
}

/**
 * The same text, each letter folded by itself: as long as the text, so that places in one are places in the other.
 *
 * @example foldLetters('パス') // 'ぱす'
 */
export function foldLetters(text: string, lang: string): string {
  return text.replace(/./gs, (letter) => {
    const folded = foldWord(letter, lang);
    return folded.length === 1 ? folded : letter;
  });
}
