/**
 * What people can write to support about, what each form asks, and which desk it goes to. An operator edits this file alone:
 * pages, forms, checks, e-mails and addresses follow from it. Words are keys of the catalog (src/shared/messages/contact.ts).
 */
import type { Locale } from './locales';
import type { PlainKey } from './messages';
import type { ArticleKey } from './urls';

/** Where tickets are answered. A webhook is told the desk's name, e-mails go to its address. */
export const desks = {
  support: { address: 'support@example.com' },
  urgent: { address: 'urgent@example.com' },
} as const satisfies Readonly<Record<string, { readonly address: string }>>;

export type DeskName = keyof typeof desks;

/** The language of the e-mails that desks get; what visitors wrote stays as it is. */
export const deskLocale: Locale = 'en';

interface TicketField {
  /** `email`: one address, where the answer goes. `line`: one line. `text`: several. */
  readonly kind: 'email' | 'line' | 'text';
  readonly label: PlainKey;
  readonly hint: PlainKey;
  /** In UTF-16 units, as browsers count. A text that is longer is not cut: its writer is told. */
  readonly maxLength: number;
  /** What browsers may fill in: HTML §4.10.18.7. */
  readonly autocomplete?: 'email' | 'username';
}

/** Every field that a form can have. A form asks in the order in which its topic names them. */
export const ticketFields = {
  email: {
    kind: 'email',
    label: 'contact.email-label',
    hint: 'contact.email-hint',
    maxLength: 254,
    autocomplete: 'email',
  },
  account: {
    kind: 'line',
    label: 'contact.account-label',
    hint: 'contact.account-hint',
    maxLength: 254,
    autocomplete: 'username',
  },
  message: {
    kind: 'text',
    label: 'contact.message-label',
    hint: 'contact.message-hint',
    maxLength: 3000,
  },
} as const satisfies Readonly<Record<string, TicketField>>;

export type TicketFieldName = keyof typeof ticketFields;

/** Whether a form insists on an answer. */
export type Need = 'required' | 'optional';

/** An article that often makes the form unnecessary, and the words of the link to it. */
interface HelpfulArticle {
  /** With a question's id or without: `logging-in/help-with-logging-in#link-does-not-work`. */
  readonly to: ArticleKey;
  readonly label: PlainKey;
}

interface ContactTopic {
  /** What has happened, in the visitor's words. */
  readonly title: PlainKey;
  readonly about: PlainKey;
  /** Every form asks for the address to answer to. */
  readonly fields: Readonly<Partial<Record<TicketFieldName, Need>>> & { readonly email: 'required' };
  readonly articles: readonly HelpfulArticle[];
  readonly desk: DeskName;
  /** Somebody may be in danger: first steps come before everything else, and the page can be left at once. */
  readonly isUrgent?: true;
}

/** The topics, in the order in which they are offered. A name is the topic's address too: `/<locale>/contact/<name>/`. */
export const contactTopics = {
  hacked: {
    title: 'contact.hacked',
    about: 'contact.hacked.about',
    fields: { email: 'required', account: 'required', message: 'optional' },
    articles: [{ to: 'logging-in/hacked-account', label: 'contact.now-more' }],
    desk: 'urgent',
    isUrgent: true,
  },
  'mail-missing': {
    title: 'contact.mail-missing',
    about: 'contact.mail-missing.about',
    fields: { account: 'required', email: 'required', message: 'optional' },
    articles: [
      { to: 'logging-in/reset-email-does-not-arrive', label: 'sent.not-arrived' },
      { to: 'logging-in/lost-email-access', label: 'sent.lost-email' },
    ],
    desk: 'support',
  },
  'lost-email': {
    title: 'contact.lost-email',
    about: 'contact.lost-email.about',
    fields: { account: 'required', email: 'required', message: 'optional' },
    articles: [{ to: 'logging-in/lost-email-access', label: 'sent.lost-email' }],
    desk: 'support',
  },
  'cannot-log-in': {
    title: 'contact.cannot-log-in',
    about: 'contact.cannot-log-in.about',
    fields: { message: 'required', account: 'optional', email: 'required' },
    articles: [
      { to: 'logging-in/help-with-logging-in', label: 'footer.login-articles' },
      { to: 'logging-in/locked-out', label: 'locked.more' },
    ],
    desk: 'support',
  },
  other: {
    title: 'contact.other',
    about: 'contact.other.about',
    fields: { message: 'required', email: 'required' },
    articles: [],
    desk: 'support',
  },
} as const satisfies Readonly<Record<string, ContactTopic>>;

export type ContactTopicName = keyof typeof contactTopics;

/** Where a ticket counts whose topic was taken away since. */
export const TOPIC_OF_REMOVED: ContactTopicName = 'other';

export const contactTopicNames = Object.keys(contactTopics) as readonly ContactTopicName[];

export function isContactTopic(name: string): name is ContactTopicName {
  return Object.hasOwn(contactTopics, name);
}

/** @example topicOf('hacked').desk // 'urgent' */
export function topicOf(name: ContactTopicName): ContactTopic {
  return contactTopics[name];
}

/** The fields of a topic's form, in its order. */
export function fieldsOf(name: ContactTopicName): readonly (readonly [TicketFieldName, Need])[] {
  return Object.entries(contactTopics[name].fields) as [TicketFieldName, Need][];
}
