/**
 * A strict SCIM service provider in memory, made from the examples of RFC 7643 and RFC 7644: what they do not allow is refused.
 * Filters are read by `scim-query-filter-parser`, which is made from the RFC's ABNF and knows nothing of ours.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { compileFilter } from 'scim-query-filter-parser';
import { z } from 'zod';
import { type LocalServer, startLocalServer } from './local-server';

/** A user as a server stores it; `password` is never shown. */
export type ScimResource = Readonly<Record<string, unknown>> & { readonly id: string; readonly userName: string };

export interface FakeScimOptions {
  readonly token?: string;
  /** Servers may have no versions (RFC 7644 §3.14). */
  readonly hasVersions?: boolean;
  /** Shorter ones are refused. */
  readonly passwordMin?: number;
  /** Their passwords cannot be changed. */
  readonly isFederated?: (user: ScimResource) => boolean;
  /** Replaces the filter: a server that compares loosely. */
  readonly finds?: (filter: string, user: ScimResource) => boolean;
}

export interface ScimRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What one request meets instead of the server; `go on` lets the server answer it after all. */
export type ScimStep = Outcome | ((response: ServerResponse, request: ScimRequest) => 'answered' | 'go on');

export interface FakeScim extends LocalServer {
  readonly url: string;
  readonly token: string;
  readonly received: readonly ScimRequest[];
  passwordOf(id: string): string | undefined;
  change(id: string, facts: Readonly<Record<string, unknown>>): void;
  /** Each step has the next request. */
  script(...steps: readonly ScimStep[]): void;
}

const ROOT = '/scim/v2';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

const patchOp = z.strictObject({
  schemas: z.tuple([z.literal(PATCH)]),
  Operations: z.tuple([
    z.strictObject({ op: z.literal('replace'), path: z.literal('password'), value: z.string().min(1) }),
  ]),
});

export interface Outcome {
  readonly status: number;
  readonly body?: object;
  readonly version?: string;
}

export async function startFakeScim(users: readonly ScimResource[], options: FakeScimOptions = {}): Promise<FakeScim> {
  const { token = 'scim-token', hasVersions = true } = options;
  const store = new Map(users.map((user) => [user.id, user]));
  const versions = new Map<string, number>();
  const passwords = new Map<string, string>();
  const received: ScimRequest[] = [];
  const steps: ScimStep[] = [];
  const change = (id: string, facts: object) => {
    store.set(id, { ...(store.get(id) as ScimResource), ...facts });
    versions.set(id, (versions.get(id) ?? 1) + 1);
  };
  const versionOf = (id: string) => (hasVersions ? `W/"${versions.get(id) ?? 1}"` : undefined);
  const show = (user: ScimResource, { attributes = '' }: ScimRequest['query']) =>
    project({ ...user, meta: { resourceType: 'User', version: versionOf(user.id) } }, attributes);

  const list = ({ query }: ScimRequest): Outcome => {
    const finds = options.finds ?? toFinder(query.filter ?? '');
    if (finds === undefined) return failure(400, 'invalidFilter');
    const found = [...store.values()].filter((user) => finds(query.filter ?? '', user));
    const page = found.slice(0, Number(query.count ?? 100)).map((user) => show(user, query));
    const body = {
      schemas: [LIST],
      totalResults: found.length,
      itemsPerPage: page.length,
      startIndex: 1,
      Resources: page,
    };
    return { status: 200, body };
  };
  const patch = (user: ScimResource, { headers, body }: ScimRequest): Outcome => {
    if (headers['content-type'] !== 'application/scim+json') return failure(415);
    const parsed = patchOp.safeParse(parseJson(body));
    if (!parsed.success) return failure(400, 'invalidSyntax');
    const expected = headers['if-match'];
    if (expected !== undefined && expected !== versionOf(user.id)) return failure(412);
    const [{ value }] = parsed.data.Operations;
    if (options.isFederated?.(user)) return failure(400, 'mutability');
    if (value.length < (options.passwordMin ?? 1)) return failure(400, 'invalidValue');
    passwords.set(user.id, value);
    change(user.id, {});
    return { status: 204 };
  };
  const handle = (request: ScimRequest): Outcome => {
    if (request.headers.authorization !== `Bearer ${token}`) return failure(401);
    if (request.headers.accept !== 'application/scim+json') return failure(406);
    if (request.path === `${ROOT}/Users`) return request.method === 'GET' ? list(request) : failure(405);
    const [, id] = /^\/scim\/v2\/Users\/([^/]+)$/.exec(request.path) ?? [];
    const user = store.get(decodeURIComponent(id ?? ''));
    if (user === undefined) return failure(404);
    if (request.method === 'GET') return { status: 200, body: show(user, request.query), version: versionOf(user.id) };
    return request.method === 'PATCH' ? patch(user, request) : failure(405);
  };

  const server = await startLocalServer(async (incoming, response) => {
    const { pathname, search } = new URL(`http://scim.example${incoming.url}`);
    const request: ScimRequest = {
      method: incoming.method ?? '',
      path: pathname,
      query: readQuery(search),
      headers: incoming.headers,
      body: await text(incoming),
    };
    received.push(request);
    const step = steps.shift();
    if (typeof step === 'object') return send(response, step);
    if (step === undefined || step(response, request) === 'go on') send(response, handle(request));
  });
  return {
    ...server,
    url: `${server.origin}${ROOT}`,
    token,
    received,
    passwordOf: (id) => passwords.get(id),
    change,
    script: (...more) => void steps.push(...more),
  };
}

/** An error as §3.12 writes it. */
export function failure(status: number, scimType?: string): Outcome {
  return {
    status,
    body: { schemas: [ERROR], status: String(status), ...(scimType === undefined ? {} : { scimType }) },
  };
}

export function send(response: ServerResponse, { status, body, version }: Outcome): void {
  response.writeHead(status, {
    'content-type': 'application/scim+json',
    ...(version === undefined ? {} : { etag: version }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The parser fails on characters beyond U+FFFF; escaped, they are the same JSON. */
export function toFinder(filter: string): ((filter: string, user: ScimResource) => boolean) | undefined {
  const escaped = filter.replace(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
  try {
    const matches = compileFilter(escaped);
    return (_, user) => matches(user);
  } catch {
    return undefined;
  }
}

/** No plus signs for spaces: RFC 3986 knows none. */
function readQuery(search: string): Record<string, string> {
  const pairs = search.slice(1).split('&').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split('=', 2).map(decodeURIComponent) as [string, string]));
}

/** §3.9: what was asked for, and what is always returned. */
function project(user: ScimResource & { readonly meta: object }, attributes: string): object {
  const asked = attributes.split(',').map((path) => path.replace(/:[^:]+$/, '').replace(/^(?!urn:)([^.]+)\..*$/, '$1'));
  return Object.fromEntries(
    Object.entries(user).filter(([name]) => name !== 'signsInElsewhere' && ['schemas', 'id', ...asked].includes(name)),
  );
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
