/** Messages of "Did this help?": the question under every article, and the page that asks why not. */
import { plural, text } from './note';

export const feedback = {
  'feedback.question': text('Heading under every article. Two buttons follow: yes and no.'),
  'feedback.yes': text('Button: the article helped.'),
  'feedback.no': text('Button: the article did not help. A page that asks why follows.'),
  'feedback.thanks': text('In the place of the question, after an answer.'),
  'feedback.title': text('Title of the page that asks why an article did not help.'),
  'feedback.counted': text('Under that title: the "no" is counted already, all that follows is voluntary.'),
  'feedback.why': text('Over the list of reasons, of which one can be chosen.'),
  'feedback.reason-not-found': text('Reason: the article is about something else.'),
  'feedback.reason-unclear': text('Reason: the reader does not understand it.'),
  'feedback.reason-no-effect': text('Reason: the reader did what it says, without success.'),
  'feedback.reason-wrong': text('Reason: what it says is not so.'),
  'feedback.reason-translation': text('Reason, in every language but English: badly translated.'),
  'feedback.comment-label': text('Label of a field for a sentence, which may stay empty.'),
  'feedback.comment-hint': plural(
    'Under that label: a warning against secrets, that nobody answers, and {count}, the most characters.',
  ),
  'feedback.submit': text('Button of that page.'),
  'feedback.back': text('Link back to the article.'),
  'problem.comment-too-long': plural('The sentence is too long. {count} is the most characters. Says what to do.'),
} as const;
