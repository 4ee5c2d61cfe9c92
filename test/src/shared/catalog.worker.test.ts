import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { enabledLocales } from '../../../src/shared/locales';

const modules = globSync('dist/server/**/*.mjs').map((path) => ({ path, source: readFileSync(path, 'utf8') }));

/** The module that holds a locale's texts, in the Worker as it was built. */
function modulesWith(locale: string): readonly string[] {
  const catalog = JSON.parse(readFileSync(`locales/${locale}.json`, 'utf8')) as Record<string, string>;
  const text = JSON.stringify(catalog['mail.reset-intro']).slice(1, -1);
  return modules.filter(({ source }) => source.includes(text)).map(({ path }) => path);
}

test.each(enabledLocales.map(({ code }) => code))(
  'the Worker loads the texts of %s only when they are asked for',
  (locale) => {
    const [path = '', ...others] = modulesWith(locale);
    expect(others).toEqual([]);
    const name = path.split('/').at(-1) ?? '';
    const imports = (pattern: string) =>
      modules.filter(({ source }) => new RegExp(`${pattern}["'\`][./\\w-]*${name}`).test(source));
    expect(imports('(?:from|import)\\s*')).toEqual([]);
    expect(imports('import\\(')).toHaveLength(1);
  },
);

test('the Worker holds the texts of the enabled languages, and of no others', () => {
  const holding = new Set(
    modules.filter(({ source }) => source.includes('"mail.reset-intro":')).map(({ path }) => path),
  );
  expect(holding.size).toBe(enabledLocales.length);
});
