/** What the search client says, and the links it offers, in one language. */
import type { AuthorContext } from '../../src/lib/author-words';
import { topicMessages } from '../../src/lib/topics';
import type { HelpLink, SearchTexts } from '../../src/search/index-format';
import type { Catalog } from '../../src/shared/catalog';
import { allArticlesUrl, formUrl, pageUrl } from '../../src/shared/urls';

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

/** Where nothing was found: the reset form, then the topics, then all articles. */
export function helpLinks({ locale, t, shelf }: AuthorContext): readonly HelpLink[] {
  return [
    { url: formUrl(locale, 'reset'), title: t('reset.button') },
    ...shelf.topics.map(({ topic }) => ({ url: pageUrl(locale, topic), title: t(topicMessages(topic).name) })),
    { url: allArticlesUrl(locale), title: t('all.title') },
  ];
}
