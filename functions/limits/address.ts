/** Network addresses, grouped as providers hand them out. */

/**
 * The group that shares one burst limit: an IPv4 address, or the /64 of an IPv6 address (one household has a whole /64,
 * RFC 6177 §2). IPv4-mapped addresses (RFC 4291 §2.5.5.2) are IPv4. What is no address shares the group `unknown`.
 *
 * @example addressToGroup('2001:db8:1:2:3:4:5:6') // '2001:db8:1:2::/64'
 * @example addressToGroup('::ffff:192.0.2.1') // '192.0.2.1'
 */
export function addressToGroup(address: string | null | undefined): string {
  const text = address?.trim() ?? '';
  if (isIpv4(text)) return text;
  const groups = parseIpv6(text);
  if (groups === undefined) return 'unknown';
  return findMappedIpv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}

function isIpv4(text: string): boolean {
  const octets = text.split('.');
  return octets.length === 4 && octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255);
}

/** The eight groups in lower-case hexadecimal. The URL parser judges the notation; a zone (`%eth0`) says nothing about the sender. */
function parseIpv6(text: string): string[] | undefined {
  const bare = text.replace(/%.*$/u, '');
  if (!/^[0-9a-f:.]{2,45}$/iu.test(bare)) return undefined;
  const url = URL.parse(`http://[${bare}]/`);
  if (url === null) return undefined;
  const [head = '', tail] = url.hostname.slice(1, -1).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

function findMappedIpv4(groups: readonly string[]): string | undefined {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  return groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    .join('.');
}
