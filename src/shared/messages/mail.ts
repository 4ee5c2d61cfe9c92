/** Messages of the e-mails. Each one stands in the plain text and in the HTML part alike. */
import { text } from './note';

export const mail = {
  'mail.greeting': text('First line of every e-mail, to a person whose name is known. {name} may be a username.', [
    'name',
  ]),
  'mail.greeting-nameless': text('First line of every e-mail when the name is not known.'),
  'mail.copy-link': text('Between the button and the same link written out, for mail programs that show no buttons.'),
  'mail.account': text('A fact at the end of an e-mail: which account it is about. {name} is the username.', ['name']),
  'mail.place': text(
    'A fact at the end: where the request came from, as the network tells, which may be another town. {place} is a country, or a city and a country.',
    ['place'],
  ),
  'mail.city': text('A city in a country, as addresses are written: {city} first, or {country} first.', [
    'city',
    'country',
  ]),
  'mail.device': text('A fact at the end: what the request was made with. {device} is such as "Chrome on Android".', [
    'device',
  ]),
  'mail.browser': text('{browser} is such as "Chrome", {system} such as "Android", "iPhone" or "Windows".', [
    'browser',
    'system',
  ]),
  'mail.never-ask': text('Near the end of every e-mail: a warning against people who pretend to be {brand}.', [
    'brand',
  ]),
  'mail.automatic': text('Last line of every e-mail.'),
  'mail.reset-subject': text('Subject of the e-mail with the reset link.', ['brand']),
  'mail.reset-preview': text(
    'Shown after the subject in the list of e-mails. {duration} is how long the link works, such as "60 minutes".',
    ['duration'],
  ),
  'mail.reset-title': text('Heading of the e-mail with the reset link.'),
  'mail.reset-intro': text('Says why the e-mail comes. We do not know whether the reader or a stranger asked.', [
    'brand',
  ]),
  'mail.reset-button': text('Button that opens the page where a new password is set.'),
  'mail.reset-lifetime': text('Below the button: how long the link works, and that a newer one replaces it.', [
    'duration',
  ]),
  'mail.reset-ignore': text('For people who did not ask: they can do nothing, and nothing has happened.'),
  'mail.reset-time': text('A fact at the end: when the reset was asked for. {time} is a date and time with its zone.', [
    'time',
  ]),
  'mail.secure-intro': text(
    'In place of mail.reset-intro, for an owner who pressed "This was not me" in the notice of a changed password.',
    ['brand'],
  ),
  'mail.secure-ignore': text(
    'In that e-mail, in place of mail.reset-ignore: only a reader of this mailbox can have pressed it.',
  ),
  'mail.federated-subject': text(
    'Subject of the e-mail to people who have no password here: they sign in with their company.',
    ['brand'],
  ),
  'mail.federated-preview': text('Shown after the subject in the list of e-mails.', ['brand']),
  'mail.federated-title': text('Heading of that e-mail.'),
  'mail.federated-intro': text('Says why the e-mail comes. We do not know whether the reader or a stranger asked.', [
    'brand',
  ]),
  'mail.federated-where': text('Says where the password is kept, and who can help with it.'),
  'mail.federated-more': text('Link to a part of an article that explains it.'),
  'mail.federated-ignore': text('For people who did not ask: they can do nothing, and nothing has happened.'),
  'mail.changed-subject': text('Subject of the notice that the password was changed.', ['brand']),
  'mail.changed-preview': text('Shown after the subject in the list of e-mails.'),
  'mail.changed-title': text('Heading of the notice that the password was changed.'),
  'mail.changed-intro': text('Says what happened. The person who did it may be a stranger.', ['brand']),
  'mail.changed-by-you': text('For people who changed it themselves, which is nearly always the case.'),
  'mail.changed-by-stranger': text(
    'For people who did not change it: what to do at once, and what the button does that follows (its text is not-me.submit).',
  ),
  'mail.changed-more': text('Link below the button, to the article about hacked accounts.'),
  'mail.changed-time': text(
    'A fact at the end: when the password was changed. {time} is a date and time with its zone.',
    ['time'],
  ),
} as const;
