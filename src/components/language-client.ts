/** What a script adds to the language menu: it keeps the open question and the choice, and looks for the reader's language. */
import { CHOICE_PATTERN, CHOICE_PREFIX, CHOICE_SUFFIX } from '../shared/language-choice';
// An address, not an import(): Astro puts a script into the page only when it imports nothing, and Vite adds 1.6 kB to an import().
import offerUrl from './language-offer?worker&url';
import { writingOf } from './language-writing';

addEventListener('click', ({ target }) => {
  const link = (target as Element).closest<HTMLAnchorElement>('.languages a');
  if (!link) return;
  link.hash = location.hash;
  // biome-ignore lint/suspicious/noDocumentCookie: browsers from before 2025 have no Cookie Store.
  document.cookie = CHOICE_PREFIX + link.pathname.split('/')[1] + CHOICE_SUFFIX;
});

// Most readers are where they want to be, and never load the rest.
if (
  writingOf(CHOICE_PATTERN.exec(document.cookie)?.[1] ?? navigator.language) !==
  writingOf(document.documentElement.lang)
) {
  void import(/* @vite-ignore */ offerUrl);
}
