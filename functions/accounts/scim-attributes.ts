/** Attributes of a SCIM resource that an operator names in the configuration. */

/** `[schema:]name[.sub]` (RFC 7644 §3.10), its parts in lower case: names do not depend on it (RFC 7643 §2.1). */
export interface AttributePath {
  readonly schema?: string;
  readonly name: string;
  readonly sub?: string;
  /** As the operator wrote it. */
  readonly text: string;
}

const PATH = /^(?:(?<schema>urn:[\w.:-]+):)?(?<name>[a-z$][\w$-]*)(?:\.(?<sub>[a-z$][\w$-]*))?$/i;

/** A JSON object with its names in lower case. */
export type Resource = Readonly<Record<string, unknown>>;

/**
 * Undefined for what is no attribute path.
 *
 * @example parseAttributePath('urn:acme:2.0:User:mailOk') // { schema: 'urn:acme:2.0:user', name: 'mailok', … }
 */
export function parseAttributePath(text: string): AttributePath | undefined {
  const { schema, name, sub } = PATH.exec(text)?.groups ?? {};
  if (name === undefined) return undefined;
  return { schema: schema?.toLowerCase(), name: name.toLowerCase(), sub: sub?.toLowerCase(), text };
}

/** Whether an attribute of a resource is true, as JSON or, with some servers, as a word. */
export function isTrue(resource: Resource, { schema, name, sub }: Omit<AttributePath, 'text'>): boolean {
  const home = schema === undefined ? resource : resource[schema];
  const value = read(home, name);
  const leaf = sub === undefined ? value : read(value, sub);
  return leaf === true || (typeof leaf === 'string' && leaf.toLowerCase() === 'true');
}

/** The same JSON with every name in lower case. */
export function lowerNames(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(lowerNames);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name.toLowerCase(), lowerNames(value)]));
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Resource)[name]
    : undefined;
}
