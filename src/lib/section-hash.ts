/** Hashes of an article's sections: how a translation remembers which English text it was made from. */
import { createHash } from 'node:crypto';
import { feedbackRevision } from '../shared/feedback';
import type { Locale } from '../shared/locales';
import type { ArticleData } from './article-schema';
import { type ArticleSource, extractOutline, type Outline } from './sections';

/** From the id of a section, or `head`, or `intro`, to the hash of its source. */
export type SectionHashes = Readonly<Record<string, string>>;

interface HashedArticle extends ArticleSource {
  readonly data: Pick<ArticleData, 'title' | 'description'>;
}

/**
 * The hash of one piece of source: 8 hexadecimal digits of SHA-256. Spaces and line breaks do not count.
 *
 * @example hashOf('a\n  b') === hashOf('a b') // true
 */
export function hashOf(source: string): string {
  const normal = source.replace(/\s+/g, ' ').trim();
  return createHash('sha256').update(normal).digest('hex').slice(0, 8);
}

/** The hash of every section of an article; `head` is its title and description. Keywords are each language's own. */
export function hashSections(article: HashedArticle): SectionHashes {
  return hashOutline(article.data, extractOutline(article));
}

/** Names an article's text as its readers judge it: any change of its words makes another revision. */
export function revisionOf(locale: Locale, data: HashedArticle['data'], outline: Outline): string {
  return feedbackRevision(locale, hashOf(Object.values(hashOutline(data, outline)).join(' ')));
}

function hashOutline({ title, description }: HashedArticle['data'], { intro, sections }: Outline): SectionHashes {
  return {
    head: hashOf([title, description].join('\n')),
    intro: hashOf(intro.source),
    ...Object.fromEntries(sections.map(({ id, source }) => [id, hashOf(source)])),
  };
}
