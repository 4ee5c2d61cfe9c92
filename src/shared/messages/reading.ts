/** Messages of the pages that are read: header, home, articles, languages, search, sharing, footer. */
import { plural, text } from './note';

export const reading = {
  'site.name': text('Name of the help center, in the header and in page titles.', ['brand']),
  'site.skip': text('First link of every page, for keyboards: jumps over the header.'),
  'site.home': text('Link to the home page, in the breadcrumbs.'),
  'duration.minutes': plural('A length of time, standing alone or in a sentence: "The link works for 60 minutes."'),
} as const;
