import { expect, test } from 'vitest';
import { isLoopbackOrigin } from '../../../src/shared/loopback-origin';

test.each([
  ['http://localhost:8787', true],
  ['http://127.0.0.1', true],
  ['http://[::1]:80', true],
  ['http://site.localhost', true],
  ['https://localhost.example.com', false],
  ['https://127.0.0.1.example.com', false],
  ['https://help.example.com', false],
])('the origin %s is on this machine: %s', (origin, expected) => {
  expect(isLoopbackOrigin(origin)).toBe(expected);
});
