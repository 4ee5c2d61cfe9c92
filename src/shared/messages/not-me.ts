/** Messages of the pages behind the button "This was not me", which is in the notice of a changed password. */
import { text } from './note';

export const notMe = {
  'not-me.title': text('Title of the page that the button in the notice opens: a question.'),
  'not-me.intro': text('Under the title, before a list of what will happen. Ends with a colon.'),
  'not-me.sessions': text('In the list: what happens to those who are logged in.'),
  'not-me.links': text('In the list: what happens to reset links.'),
  'not-me.mail': text('In the list: the e-mail that follows.'),
  'not-me.submit': text(
    'The button, in the notice and on this page. Said by the reader: I did not change the password.',
  ),
  'not-me.yours': text('Under the button: for people who did change the password themselves.'),
  'not-me.closed': text(
    'In place of the form, when the link is too old or was cut. A button to the reset form follows.',
  ),
  'secured.title': text('Title of the page after the button was pressed. Calm: most is done, one thing is left.'),
  'secured.body': text('What is true now, and what to do: open the e-mail that comes.'),
  'secured.next': text('Over the link to the article about hacked accounts (its text is mail.changed-more).'),
} as const;
