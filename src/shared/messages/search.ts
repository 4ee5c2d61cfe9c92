/** Messages of the search: its field, its list of results, and what it says where nothing was found. */
import { plural, text } from './note';

export const search = {
  'search.list': text('Name of the list of results under the search field, for screen readers.'),
  'search.heading': text('Heading over a page of search results. {query} is what the visitor typed.', ['query']),
  'search.count': plural('How many articles the search found. Read aloud by screen readers while the visitor types.'),
  'search.none': text('Instead of results: nothing was found. Links to the reset form and to all articles follow.', [
    'query',
  ]),
  'search.failed': text('Instead of results: the network did not answer. A link to all articles follows.'),
} as const;
