/** Where a reader can go from an article: its related ones, its neighbours, its own sections. */
import type { ArticleKey } from '../shared/urls';
import { fillBrand, type Listed, type Shelf } from './shelf';

/** The article before and after one, in the reading order of its topic. */
export interface Neighbours<Article> {
  readonly previous?: Article | undefined;
  readonly next?: Article | undefined;
}

export function findNeighbours<Article extends Listed>(
  shelf: Shelf<Article>,
  { key, topic }: Listed,
): Neighbours<Article> {
  const articles = shelf.topics.find((candidate) => candidate.topic === topic)?.articles ?? [];
  const place = articles.findIndex((article) => article.key === key);
  if (place < 0) throw new TypeError(`"${key}" is not on this shelf`);
  return { previous: articles[place - 1], next: articles[place + 1] };
}

/** The articles that an article names as related, in its own order. @throws TypeError for a key that does not exist. */
export function relatedArticles<Article extends Listed>(shelf: Shelf<Article>, { entry }: Listed): readonly Article[] {
  return entry.data.related.map((key) => requireArticle(shelf, key));
}

/** @throws TypeError for a key that does not exist. */
export function requireArticle<Article extends Listed>(shelf: Shelf<Article>, key: ArticleKey): Article {
  const article = shelf.byKey.get(key);
  if (!article) throw new TypeError(`no article has the key "${key}"`);
  return article;
}

/**
 * The articles that most visitors need: topics and the articles in them stand in that order already.
 *
 * @example with two topics, a1 a2 and b1 b2: mostNeeded(shelf, 3) // a1, a2, b1
 */
export function mostNeeded<Article extends Listed>({ topics }: Shelf<Article>, count: number): readonly Article[] {
  return topics.flatMap(({ articles }) => articles).slice(0, count);
}

interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly kind: 'question' | 'section';
}

export interface ContentsLink {
  readonly url: string;
  readonly title: string;
}

/** Fewest sections that make a list of them worth its place. */
const CONTENTS_MIN = 3;

/** The on-page list. Empty for a short article, and where folded questions are their own list. */
export function contentsOf(sections: readonly OutlineSection[]): readonly ContentsLink[] {
  const listed = sections.filter(({ kind }) => kind === 'section');
  return listed.length < CONTENTS_MIN
    ? []
    : listed.map(({ id, title }) => ({ url: `#${id}`, title: fillBrand(title) }));
}

/** The questions of an article with their whole answers, as search engines are told them. */
export function answersOf(
  sections: readonly (OutlineSection & { readonly text: string })[],
): readonly { readonly title: string; readonly text: string }[] {
  return sections
    .filter(({ kind }) => kind === 'question')
    .map(({ title, text }) => ({ title: fillBrand(title), text }));
}
