/** What the search client says, and the links it offers, in one language. */
import type { HelpLink, SearchTexts } from '../../src/search/index-format';
import { type Catalog, translator } from '../../src/shared/catalog';
import type { Locale } from '../../src/shared/locales';
import { allArticlesUrl, formUrl } from '../../src/shared/urls';

/** The messages as the catalog holds them: the client fills in counts and words. */
export function searchTexts(catalog: Catalog): SearchTexts {
  const text = (key: string) => catalog[key] as string;
  return {
    count: catalog['search.count'] as SearchTexts['count'],
    none: text('search.none'),
    failed: text('search.failed'),
    heading: text('search.heading'),
    list: text('search.list'),
  };
}

/** Where nothing was found: the reset form, then all articles by topic. */
export function helpLinks(locale: Locale, catalog: Catalog): readonly HelpLink[] {
  const t = translator(locale, catalog);
  return [
    { url: formUrl(locale, 'reset'), title: t('reset.button') },
    { url: allArticlesUrl(locale), title: t('all.title') },
  ];
}
