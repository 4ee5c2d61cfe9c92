/** A user of SCIM (RFC 7643 §4.1) as an account. */
import { z } from 'zod';
import { parseIdentifier } from '../recovery/identifiers';
import type { AccountNames } from './match';
import type { Account } from './port';
import { type AttributePath, isTrue, lowerNames, type Resource } from './scim-attributes';

/** Where this server keeps what SCIM has no attribute for. */
export interface ScimAttributes {
  /** True where the e-mail address was verified: `emails.verified`, or an attribute of the user. Without it, all were. */
  readonly verifiedEmail?: AttributePath;
  /** The same for telephone numbers. */
  readonly verifiedPhone?: AttributePath;
  /** True where the user signs in elsewhere and has no password here. */
  readonly federated?: AttributePath;
}

export interface ScimUser {
  readonly account: Account;
  readonly names: AccountNames;
  /** `meta.version`, which should be an entity tag. */
  readonly version?: string;
}

/** Null is the same as nothing (RFC 7643 §2.5). */
const entry = z.looseObject({
  value: z.string().nullish(),
  type: z.string().nullish(),
  primary: z.union([z.boolean(), z.string()]).nullish(),
});

const entries = z
  .array(entry)
  .nullish()
  .transform((list) => list ?? []);

/** Segments that a URL resolves away are no key of a user. */
const userSchema = z.looseObject({
  id: z
    .string()
    .min(1)
    .max(255)
    .refine((id) => !['.', '..'].includes(id)),
  username: z.string().min(1),
  displayname: z.string().nullish(),
  active: z.union([z.boolean(), z.string()]).nullish(),
  emails: entries,
  phonenumbers: entries,
  meta: z.looseObject({ version: z.string().nullish() }).nullish(),
});

type User = z.infer<typeof userSchema>;
type Entry = z.infer<typeof entry>;

/** What a server sends as a user, in any letter case of its names. */
export const scimUser = z.preprocess(lowerNames, userSchema);

/**
 * The account of a user. Mails go to the one verified address, or to the primary one of several, and never to a pick of ours.
 * Only numbers that are of type `mobile`, or of none, count. Every verified address and number finds the user.
 */
export function toScimUser(user: User, attributes: ScimAttributes): ScimUser {
  const emails = verifiedOf(user, 'emails', attributes.verifiedEmail).filter(({ value }) => isEmailAddress(value));
  const phones = verifiedOf(user, 'phonenumbers', attributes.verifiedPhone)
    .filter(({ type }) => !type || type.toLowerCase() === 'mobile')
    .flatMap((each) => ({ ...each, value: findE164(each.value ?? '') }))
    .filter(({ value }) => value !== undefined);
  return {
    account: {
      ref: user.id,
      username: user.username,
      displayName: user.displayname ?? undefined,
      email: chooseOne(emails)?.value ?? undefined,
      phone: chooseOne(phones)?.value ?? undefined,
      status: statusOf(user, attributes),
    },
    names: { username: [user.username], email: valuesOf(emails), phone: valuesOf(phones) },
    version: user.meta?.version ?? undefined,
  };
}

/** A user's attribute can only speak of one entry: the one that would be chosen. */
function verifiedOf(user: User, list: 'emails' | 'phonenumbers', path: AttributePath | undefined): readonly Entry[] {
  const all = user[list].filter(({ value }) => value);
  if (path === undefined) return all;
  const { name, sub } = path;
  if (path.schema === undefined && name === list && sub !== undefined)
    return all.filter((each) => isTrue(each, { name: sub }));
  const chosen = chooseOne(all);
  return chosen && isTrue(user as Resource, path) ? [chosen] : [];
}

function chooseOne(list: readonly Entry[]): Entry | undefined {
  const primary = list.filter((each) => isTrue(each, { name: 'primary' }));
  const candidates = primary.length > 0 ? primary : list;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** `active` is optional: a server that does not send it disables nobody. */
function statusOf(user: User, { federated }: ScimAttributes): Account['status'] {
  const isActive = user.active === undefined || user.active === null || isTrue(user as Resource, { name: 'active' });
  if (!isActive) return 'disabled';
  return federated !== undefined && isTrue(user as Resource, federated) ? 'federated' : 'active';
}

function isEmailAddress(text: string | null | undefined): boolean {
  const parsed = parseIdentifier(text ?? '');
  return parsed.type === 'ok' && parsed.identifier.kind === 'email';
}

/** A global number, with or without RFC 3966's `tel:` and its visual separators; one with an extension is none. */
function findE164(text: string): string | undefined {
  const number = text.replace(/^tel:/i, '').replace(/[-.() ]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

function valuesOf(list: readonly Entry[]): readonly string[] {
  return list.flatMap(({ value }) => value ?? []);
}
