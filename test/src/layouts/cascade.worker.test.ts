/** The order of style sheets' layers, in the pages as they are built. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ORDER = ['tokens', 'base', 'layout', 'components', 'print'];

test('every page names the layers in their order, or general rules would win over particular ones', () => {
  const pages = globSync('dist/client/en/**/index.html');
  expect(pages.length).toBeGreaterThan(20);
  for (const page of pages) {
    const statements = readFileSync(page, 'utf8').matchAll(/@layer ([^{;]+)[{;]/g);
    const named = [...statements].flatMap(([, names = '']) => names.split(','));
    expect([...new Set(named)], page).toEqual(ORDER);
  }
});
