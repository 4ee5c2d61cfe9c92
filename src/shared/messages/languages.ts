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
  'languages.by-machine': text('Quiet line under an article whose translation no person has read yet.'),
  'languages.report': text('Link beside that line, to a form: to tell of a mistake in a translation.'),
  'languages.title': text(
    'Title of the page that tells how complete each language is, and the link to it at the foot of every page.',
  ),
  'languages.lead': text('First paragraph of that page.'),
  'languages.articles': text('On that page, for each language: how many of all articles it has.', ['count', 'total']),
  'languages.original': text('On that page, beside English only: nothing is translated.'),
  'languages.stale-count': text('On that page, for each language: how many articles English has changed since.', [
    'count',
  ]),
  'languages.machine-count': text('On that page, for each language: how many articles no person has read yet.', [
    'count',
  ]),
  'languages.reviewed-count': text('On that page, for each language: how many articles a person has read.', ['count']),
  'languages.help-title': text('Heading on that page.'),
  'languages.help': text('Under that heading, before the link "Report a mistake".'),
} as const;
