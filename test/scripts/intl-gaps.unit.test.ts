import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeGaps } from '../../scripts/intl-gaps';

test('what is kept of CLDR is what this Node.js knows; else run node scripts/run.mjs intl-gaps', () => {
  expect(JSON.stringify(JSON.parse(readFileSync('src/shared/intl-gaps.json', 'utf8')))).toBe(
    JSON.stringify(describeGaps()),
  );
});
