/** The forms in which words stand in texts, and the stem that Pagefind gives each of them. */
import { fitForm } from '../../src/search/word-fit';
import { foldWord, splitWords } from '../../src/search/words';
import type { PagefindPage, PagefindWord } from './read-pagefind';

/** The forms under which a word of a text is found: itself; with a hyphen, its parts as well. */
export type FormsOf = (word: string) => readonly string[];

/** Cuts each word once: the same few thousand make all texts. */
export function createFormsOf(lang: string): FormsOf {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const forms = known.get(word) ?? cutForms(word, lang);
    known.set(word, forms);
    return forms;
  };
}

function cutForms(word: string, lang: string): readonly string[] {
  const parts = /[-‐‑]/.test(word) ? word.split(/[-‐‑]/) : [];
  const words = [word, ...parts].flatMap((part) => splitWords(part, lang));
  return [...new Set(words.map(({ folded }) => folded))].filter((form) => form !== '');
}

/** From a form to its stem. Words of several parts say nothing: their places hold a stem for each part. */
export function collectStems(
  words: readonly PagefindWord[],
  pages: ReadonlyMap<string, PagefindPage>,
  formsOf: FormsOf,
  lang: string,
): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  for (const [pagefindStem, group] of Map.groupBy(words, ({ stem }) => stem)) {
    const stem = foldWord(pagefindStem, lang);
    const inTexts = new Set(group.map(({ url, place }) => pages.get(url)?.words[place] ?? ''));
    for (const [form = '', ...more] of [...inTexts].map(formsOf)) {
      const known = stems.get(form);
      const isShorter = known === undefined || stem.length < known.length;
      if (more.length === 0 && isShorter && isStemOf(stem, form)) stems.set(form, stem);
    }
  }
  return stems;
}

/** Pagefind also lists parts of words in languages without spaces: those are no stems. */
function isStemOf(stem: string, form: string): boolean {
  return stem === form || fitForm(form, stem) > 0;
}
