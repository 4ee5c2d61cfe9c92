import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withEnabledCatalogs } from '../../scripts/enabled-catalogs';

test('the module that loads catalogs is told to load those of the enabled languages alone', () => {
  const module = readFileSync('src/shared/catalog.ts', 'utf8');
  expect(withEnabledCatalogs(module, ['en', 'es'])).toContain(
    'import.meta.glob<Catalog>(["../../locales/en.json","../../locales/es.json"]',
  );
});

test('a module that loads them in another way is not let through', () => {
  expect(() => withEnabledCatalogs('export {}', ['en'])).toThrow('no longer globs');
});
