/** Vite plugin: what is built holds the texts of the enabled languages alone, whatever else lies in `locales/`. */
import { enabledLocales } from '../src/shared/locales';

const EVERY_CATALOG = "'../../locales/*.json'";

/** Narrows the glob of `src/shared/catalog.ts`. @throws TypeError when that module has no such glob any more. */
export function withEnabledCatalogs(code: string, locales: readonly string[]): string {
  if (!code.includes(EVERY_CATALOG)) throw new TypeError(`src/shared/catalog.ts no longer globs ${EVERY_CATALOG}`);
  return code.replace(EVERY_CATALOG, JSON.stringify(locales.map((locale) => `../../locales/${locale}.json`)));
}

export default function enabledCatalogs() {
  return {
    name: 'enabled-catalogs',
    enforce: 'pre' as const,
    transform: {
      filter: { id: /\/src\/shared\/catalog\.ts$/ },
      handler: (code: string) =>
        withEnabledCatalogs(
          code,
          enabledLocales.map((info) => info.code),
        ),
    },
  };
}
