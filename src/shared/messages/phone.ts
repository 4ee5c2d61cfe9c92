/** Messages of recovery by mobile phone: the number in the reset form, the page for the code, the text message. */
import { plural, text } from './note';

export const phone = {
  'reset.intro-phone': text('Like reset.intro, where text messages are sent too.', ['brand']),
  'reset.identifier-label-phone': text('Label of the main field of the reset form, where text messages are sent.'),
  'reset.identifier-hint-phone': text('Under that label: any of the three is good.'),
  'reset.country-label': text('Label of the list of countries below the field for a mobile number.'),
  'reset.country-hint': text(
    'Under that label: the country matters only for numbers written without + and country code.',
  ),
  'reset.submit-phone': text('Button of the reset form, where text messages are sent.'),
  'reset.afterwards-text': text('What happens next for a mobile number. {duration} is a length of time.', ['duration']),

  'code.title': text('Title of the page where the code from a text message is entered.'),
  'code.sent': text('Never says whether an account exists. {number} is the mobile number that was typed.', [
    'number',
    'brand',
  ]),
  'code.elsewhere': text('The same page opened on another device: number and code are asked for.'),
  'code.number-label': text('Label of the field for the mobile number on the page for the code.'),
  'code.number-hint': text('Under that label, with an example number of a country where the language is spoken.'),
  'code.label': text('Label of the field for the code.'),
  'code.hint': text('Under that label. {digits} is how many digits a code has, {duration} how long it works.', [
    'digits',
    'duration',
  ]),
  'code.submit': text('Button of the form for the code; the new password comes next.'),
  'code.again-title': text('Heading over what to do when the text message does not come.'),
  'code.again-wait': text('{duration} is the time between two codes. A click before its end does nothing.', [
    'duration',
  ]),
  'code.mailed': text('The code also goes to the e-mail address of the account, if it has one.'),
  'code.again': text('Button: send a new code.'),
  'code.username': text('Shown when digits were typed that may be a username: {typed}. Its mail has a link.', [
    'typed',
  ]),
  'code.not-arrived': text('Link to the article about text messages that do not arrive.'),
  'code.restart': text('Link back to the reset form.'),

  'locked.code': text('Link from the page after too many tries to the page where the code is entered.'),
  'link.cookieless': text('Shown when the browser seems to refuse cookies, which a link needs and a code does not.'),
  'link.code': text('Button below it: leads to the reset form.'),

  'problem.identifier-missing-phone': text('The field was empty, where text messages are sent. Says what to do.'),
  'problem.identifier-invalid-phone': text('Not a username, nor one e-mail address, nor one number. Says what to do.'),
  'problem.phone-invalid': text('Looks like a mobile number but cannot be one, or not in the chosen country.'),
  'problem.phone-extension': text('A number with an extension (of a switchboard). Says what to do.'),
  'problem.phone-off': text('A number was typed where no text messages are sent. Says what to do.'),
  'problem.phone-needed': text('On the page for the code: the number is missing or not complete. Says what to do.'),
  'problem.code-missing': text('The field for the code was empty. Says what to do.'),
  'problem.code-malformed': text('Not a code. {digits} is how many digits a code has. Says what to do.', ['digits']),
  'problem.code-wrong': plural('The code is not the right one. {count} is how many tries are left, from 1 to 4.'),
  'problem.code-exhausted': text('All tries were wrong. Says what to do.'),
  'problem.code-expired': text('Too much time has passed. {duration} is how long a code works. Says what to do.', [
    'duration',
  ]),

  'text.code': text(
    'The whole text message, but for a line that phones read. As short as can be: long ones cost more. {code} is digits.',
    ['code', 'brand', 'duration'],
  ),

  'mail.code-subject': text('Subject of the e-mail with the code of a text message. Never holds the code.', ['brand']),
  'mail.code-preview': text('Shown after the subject in the list of e-mails.', ['duration']),
  'mail.code-title': text('Heading of the e-mail with the code.'),
  'mail.code-intro': text('Says why the e-mail comes. The code follows, large, on a line of its own.', ['brand']),
  'mail.code-lifetime': text('Below the code: it is the one of the text message, and how long it works.', ['duration']),
  'mail.code-share': text('A warning against people who ask for the code.'),
  'mail.code-button': text('Button that opens the page where the code is entered, on this device too.'),
} as const;
