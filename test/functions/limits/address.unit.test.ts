import { expect, test } from 'vitest';
import { addressToGroup } from '../../../functions/limits/address';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:0201', '192.0.2.1'],
  ['0:0:0:0:0:ffff:192.0.2.255', '192.0.2.255'],
])('F7 the address %s is counted as %s', (address, group) => {
  expect(addressToGroup(address)).toBe(group);
});

test('F7 two addresses of one /64 are one, of two are two', () => {
  expect(addressToGroup('2001:db8:1:2::1')).toBe(addressToGroup('2001:db8:1:2:ffff:ffff:ffff:ffff'));
  expect(addressToGroup('2001:db8:1:2::1')).not.toBe(addressToGroup('2001:db8:1:3::1'));
});

test.each([
  null,
  undefined,
  '',
  'localhost',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  '01.2.3.4',
  '1::2::3',
  ':::',
  '12345::',
  '::1]/x',
  '1.2.3.4, 5.6.7.8',
])('what is no address, such as %j, shares one group', (address) => {
  expect(addressToGroup(address)).toBe('unknown');
});
