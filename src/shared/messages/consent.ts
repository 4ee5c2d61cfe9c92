/** Messages of the question about optional data, and of the page where the answer is changed. */
import { text } from './note';

export const consent = {
  'consent.title': text('Heading of the question at the foot of a page: whether optional data may be collected.'),
  'consent.text': text('Under that heading, and on the page of choices: nothing depends on the answer.'),
  'consent.more': text('Link after that sentence, to the page of choices.'),
  'consent.accept': text('Button and choice: yes. As long and as plain as the word for no.'),
  'consent.refuse': text('Button and choice: no.'),
  'consent.choices': text(
    'Title of the page where the answer is changed, and the link to it at the foot of every page.',
  ),
  'consent.saved': text('On that page, after the answer was saved.'),
  'consent.save': text('Button of that page.'),
  'consent.signal': text('Instead of the question, where the browser has a setting that refuses for its user.'),
  'consent.search': text('Name of a purpose: counting searches without results.'),
  'consent.search-about': text('What is collected for that purpose, and {duration}, how long it is kept.', [
    'duration',
  ]),
  'consent.measurement': text('Name of a purpose: measuring visits.'),
  'consent.measurement-about': text('What is collected for that purpose, by {brand}.', ['brand']),
  'stored.consent': text('In the list of what is kept on a device: the cookie that holds this answer.'),
  'stored.measurement': text('In that list: what belongs to the measurement of visits.'),
} as const;
