/** Messages about what is kept on a visitor's device, and what the operator still has to state. */
import { plural, text } from './note';

export const privacy = {
  'duration.days': plural('A length of time, standing alone or in a sentence: "We keep it for 90 days."'),
  'fact.missing': text('In the place of a fact that the operator of the site has not filled in yet, in a sentence.'),
  'sample.title': text('Heading of a box on a legal page that the operator of the site has not completed yet.'),
  'sample.text': text('In that box, to the operator. {file} and {guide} are names of files.', ['file', 'guide']),
  'stored.cookie': text('In the list of what is kept on a device: the kind of the thing.'),
  'stored.local-storage': text('In that list: the kind of the thing, where it is no cookie but stays like one.'),
  'stored.session-storage': text('In that list: the kind of the thing, where it ends with the tab of the browser.'),
  'stored.until-deleted': text('In that list, in the place of a length of time: it stays until the reader deletes it.'),
  'stored.until-closed': text('In that list, in the place of a length of time: until the tab is closed.'),
  'stored.optional': text('In that list, after the length of time: it is kept only with the reader’s consent.'),
  'stored.locale': text('In that list: what the cookie for the chosen language is for.'),
  'stored.reset': text('In that list: what the cookie of a reset link is for.'),
  'stored.code': text('In that list: what the cookie of a code by text message is for.'),
  'stored.notice': text('In that list: what the cookie of the link "This was not me" in an e-mail is for.'),
  'stored.ticket': text('In that list: what the cookie of a message to support is for.'),
  'stored.draft': text('In that list: the entry that keeps what was typed into forms until it is sent to support.'),
  'stored.declined-offer': text('In that list: the entry that remembers a "No, thanks" to a page in another language.'),
} as const;
