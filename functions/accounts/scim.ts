/** An account system by SCIM 2.0 (RFC 7643, RFC 7644). docs/accounts-scim.md says what a server must know. */
import { z } from 'zod';
import { askServer, askTwice, type HttpAnswer, type HttpSettings, parseAnswer, toAccountsError } from './http-answers';
import { findNamed } from './match';
import { type AccountSystem, AccountsError, type AppliedKeys, type SetPasswordResult } from './port';
import { lowerNames } from './scim-attributes';
import { identifierToFilters } from './scim-filter';
import { type ScimAttributes, type ScimUser, scimUser, toScimUser } from './scim-user';

export interface ScimSettings extends HttpSettings {
  /** Such as `https://id.example.com/scim/v2`. */
  readonly url: string;
  readonly token: string;
  readonly phone: boolean;
  readonly attributes: ScimAttributes;
  /** SCIM has no idempotency keys, so somebody else remembers them. */
  readonly applied: AppliedKeys;
}

const MEDIA_TYPE = 'application/scim+json';
const ASKED_FOR = ['userName', 'displayName', 'active', 'emails', 'phoneNumbers', 'meta'];

/** RFC 9110 §8.8.3. `meta.version` comes first: proxies that compress weaken the header's. */
const ENTITY_TAG = /^(?:W\/)?"[^"]*"$/;

/** More users than this have no name in common: the server did not look at the filter. */
const MOST_USERS = 20;

const listSchema = z.preprocess(
  lowerNames,
  z.object({ totalresults: z.int().min(0), resources: z.array(scimUser).nullish() }),
);

const errorSchema = z.preprocess(
  lowerNames,
  z.object({
    schemas: z.array(z.string()).refine((uris) => uris.includes('urn:ietf:params:scim:api:messages:2.0:Error')),
    scimtype: z.string().nullish(),
  }),
);

/**
 * The account system behind a SCIM service provider. Questions are asked twice when nothing came back, changes once: nobody
 * can tell whether they were made. Where the server has versions, a change is tied to the version that was looked at (§3.14),
 * so a change that comes late cannot undo a newer one.
 */
export function createScimAccounts(settings: ScimSettings): AccountSystem {
  return {
    capabilities: { phone: settings.phone, endSessions: false },
    async resolve(identifier) {
      const lists = await Promise.all(identifierToFilters(identifier).map((filter) => search(settings, filter)));
      const users = new Map(lists.flat().map((user) => [user.account.ref, user]));
      return findNamed([...users.values()], ({ names }) => names, identifier)?.account;
    },
    find: async (ref) => (await findUser(settings, ref))?.account,
    async setPassword(ref, password, idempotencyKey) {
      if (await isApplied(settings, idempotencyKey)) return { type: 'changed' };
      const result = await changePassword(settings, ref, password);
      if (result.type === 'changed') await settings.applied.add(idempotencyKey).catch(() => undefined);
      return result;
    },
    endSessions: () => Promise.reject(new TypeError('SCIM knows no sessions: see capabilities.endSessions')),
  };
}

async function isApplied({ applied }: ScimSettings, key: string): Promise<boolean> {
  try {
    return await applied.has(key);
  } catch {
    throw new AccountsError('unavailable');
  }
}

/** The users that the server finds, which may be more than those that were meant. */
async function search(settings: ScimSettings, filter: string): Promise<readonly ScimUser[]> {
  const answer = await askTwice(() => get(settings, '/Users', { filter, count: String(MOST_USERS) }), settings);
  const { totalresults, resources } = parseAnswer(bodyOf(answer), listSchema);
  const users = resources ?? [];
  if (totalresults > users.length) throw new AccountsError('unreadable');
  return users.map((user) => toScimUser(user, settings.attributes));
}

async function findUser(settings: ScimSettings, ref: string): Promise<ScimUser | undefined> {
  const answer = await askTwice(() => get(settings, userPath(ref), {}), settings);
  if (answer.status === 404) return undefined;
  const user = toScimUser(parseAnswer(bodyOf(answer), scimUser), settings.attributes);
  if (user.account.ref !== ref) throw new AccountsError('unreadable');
  const tags = [user.version, answer.headers.get('ETag') ?? undefined];
  return { ...user, version: tags.find((tag) => tag !== undefined && ENTITY_TAG.test(tag)) };
}

/** A change that met a newer version (412) was not made: one more look, one more try. */
async function changePassword(settings: ScimSettings, ref: string, password: string): Promise<SetPasswordResult> {
  for (let tries = 0; tries < 2; tries += 1) {
    const user = await findUser(settings, ref);
    if (user?.account.status !== 'active') return { type: 'gone' };
    const answer = await patchPassword(settings, user, password);
    if (answer.status !== 412) return judgePatch(answer);
  }
  throw new AccountsError('unavailable');
}

function patchPassword(settings: ScimSettings, { account, version }: ScimUser, password: string): Promise<HttpAnswer> {
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'password', value: password }],
  });
  const headers: Record<string, string> = { ...headersOf(settings), 'Content-Type': MEDIA_TYPE };
  if (version !== undefined) headers['If-Match'] = version;
  return askServer(urlOf(settings, userPath(account.ref), {}), { method: 'PATCH', headers, body }, settings);
}

/** RFC 7644 §3.12, Table 9: `invalidValue` can only mean the password, and `mutability` that this user has none here. */
function judgePatch(answer: HttpAnswer): SetPasswordResult {
  if (answer.status === 200 || answer.status === 204) return { type: 'changed' };
  if (answer.status === 404) return { type: 'gone' };
  const scimType = answer.status === 400 ? findScimType(answer) : undefined;
  if (scimType === 'invalidValue') return { type: 'refused', problems: ['password-refused'] };
  if (scimType === 'mutability') return { type: 'gone' };
  throw toAccountsError(answer.status);
}

function findScimType({ text }: HttpAnswer): string | undefined {
  try {
    return parseAnswer(text, errorSchema).scimtype ?? undefined;
  } catch {
    return undefined;
  }
}

/** An answer that may be 404. @throws AccountsError for one that tells to come back later */
async function get(settings: ScimSettings, path: string, query: Record<string, string>): Promise<HttpAnswer> {
  const url = urlOf(settings, path, { ...query, attributes: attributesOf(settings) });
  const answer = await askServer(url, { headers: headersOf(settings) }, settings);
  if (answer.status !== 200 && answer.status !== 404) throw toAccountsError(answer.status);
  return answer;
}

/** The JSON of a success. @throws AccountsError */
function bodyOf({ status, headers, text }: HttpAnswer): string {
  if (status !== 200) throw toAccountsError(status);
  if (!/^application\/(?:scim\+)?json\b/i.test(headers.get('Content-Type') ?? ''))
    throw new AccountsError('unreadable');
  return text;
}

/** No more than what is needed of a person (RFC 7644 §3.9). */
function attributesOf({ attributes }: ScimSettings): string {
  const { verifiedEmail, verifiedPhone, federated } = attributes;
  const own = [verifiedEmail, verifiedPhone, federated].flatMap((path) => path?.text ?? []);
  return [...ASKED_FOR, ...own].join();
}

function headersOf({ token }: ScimSettings): Record<string, string> {
  return { Authorization: `Bearer ${token}`, Accept: MEDIA_TYPE, 'User-Agent': 'latchkey' };
}

function userPath(ref: string): string {
  return `/Users/${encodeURIComponent(ref)}`;
}

/** Spaces as `%20`: a `+` is a space in forms only. */
function urlOf({ url }: ScimSettings, path: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return [`${url.replace(/\/$/, '')}${path}`, ...(pairs.length > 0 ? [pairs.join('&')] : [])].join('?');
}
