import { expect, test } from 'vitest';
import { policyDirectives, scriptSources } from '../../../src/lib/content-policy';

test('pages load and send nothing but their own site’s', () => {
  expect(scriptSources(undefined)).toEqual(["'self'"]);
  expect(policyDirectives(undefined)).toContain("img-src 'self' data:");
  expect(policyDirectives(undefined).join(' ')).not.toContain('http');
});

test('the operator’s measurement may be loaded from its own origin, and send to those that are named', () => {
  const measurement = { script: 'https://a.example/count.js', origins: ['https://b.example'], stores: [] };
  expect(scriptSources(measurement)).toEqual(["'self'", 'https://a.example']);
  expect(policyDirectives(measurement)).toContain("connect-src 'self' https://a.example https://b.example");
});
