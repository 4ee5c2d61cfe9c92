import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { strictHeaders } from '../../../functions/middleware/security-headers';

test('files carry the same security headers as pages that the Worker renders', () => {
  const lines = readFileSync('public/_headers', 'utf8').split('\n');
  const rules = lines.slice(lines.indexOf('/*') + 1).map((line) => line.trim());
  for (const [name, value] of Object.entries(strictHeaders)) expect(rules).toContain(`${name}: ${value}`);
  expect(rules).toContain("Content-Security-Policy: frame-ancestors 'none'");
});
