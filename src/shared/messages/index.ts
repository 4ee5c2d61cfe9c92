/** The schema of `locales/<code>.json`: every key, its note for translators and its placeholders. */
import { consent } from './consent';
import { contact } from './contact';
import { feedback } from './feedback';
import { forms } from './forms';
import { languages } from './languages';
import { mail } from './mail';
import { notMe } from './not-me';
import { phone } from './phone';
import { privacy } from './privacy';
import { reading } from './reading';
import { search } from './search';

export const messageNotes = {
  ...reading,
  ...languages,
  ...search,
  ...feedback,
  ...privacy,
  ...consent,
  ...forms,
  ...phone,
  ...notMe,
  ...mail,
  ...contact,
} as const;

export type MessageKey = keyof typeof messageNotes;

/** The names that a message's text holds in braces. */
export type PlaceholdersOf<K extends MessageKey> = (typeof messageNotes)[K]['placeholders'][number];

/** Messages without placeholders. */
export type PlainKey = { [K in MessageKey]: [PlaceholdersOf<K>] extends [never] ? K : never }[MessageKey];

export type { MessageNote } from './note';
