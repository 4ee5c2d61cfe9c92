/** Messages about languages: the language menu, and the offer of another language. */
import { text } from './note';

export const languages = {
  'languages.label': text('Name of the language menu, for screen readers.'),
  'languages.missing': text(
    'In the language menu after the name of your language: the page is not translated yet and is shown in another language.',
    ['language'],
  ),
  'languages.stale': text(
    'In the language menu after the name of your language: the translation is older than the English page.',
  ),
  'languages.offer': text(
    'Link on pages in other languages, for readers of yours. Name your language in it: "Read this page in English".',
  ),
  'languages.decline': text('Button beside that link: the reader stays, and is not asked again.'),
} as const;
