/** What a language's readers read, cut into passages beside what English says in the same place. */
import type { ArticleEntry } from '../../src/lib/library';
import { hashSections } from '../../src/lib/section-hash';
import { extractOutline } from '../../src/lib/sections';
import { staleSections } from '../../src/lib/staleness';
import type { RawCatalog } from '../message-problems';

/** One message, or one section of an article with its title. */
export interface Passage {
  /** The file. */
  readonly file: string;
  /** Key of the message; `<topic>/<article>#<section>` in an article. */
  readonly place: string;
  /** One line for each block or plural form. A component without words is `GAP`, a placeholder stands in braces. */
  readonly text: string;
  /** How many plural forms the text is; 1 where it is not a plural message. */
  readonly forms: number;
  /** What English says there; undefined where it has changed since the translation was made. */
  readonly english: string | undefined;
  /** How many plural forms that is. */
  readonly englishForms: number;
}

/** Stands in a passage for a component whose words are not its author's, such as `<Brand />`. */
export const GAP = '\uFFFC';

/** The messages of a catalog that English has too. */
export function messagePassages(locale: string, catalog: RawCatalog, source: RawCatalog): readonly Passage[] {
  return Object.entries(catalog).flatMap(([key, message]) => {
    const [own, english] = [message, source[key]].map(formsOf) as [string[], string[]];
    if (own.length === 0 || english.length === 0) return [];
    const [text, source_] = [own, english].map((forms) => forms.join('\n')) as [string, string];
    const counts = { forms: own.length, englishForms: english.length };
    return [{ file: `locales/${locale}.json`, place: key, text, english: source_, ...counts }];
  });
}

/** The title and description (`head`), the intro, and each section of an article. Keywords are what people type, not what they read. */
export function articlePassages(article: ArticleEntry, source: ArticleEntry): readonly Passage[] {
  const made = article.data.translation?.source ?? {};
  const stale = article === source ? [] : staleSections(made, hashSections(source), source.data.minor ?? {});
  const english = textsOf(source);
  return [...textsOf(article)].map(([id, text]) => ({
    file: `content/${article.id}.mdx`,
    place: `${article.id.slice(article.id.indexOf('/') + 1)}#${id}`,
    text,
    forms: 1,
    englishForms: 1,
    english: stale.includes(id) ? undefined : english.get(id),
  }));
}

function formsOf(message: unknown): string[] {
  if (typeof message === 'string') return [message];
  return typeof message === 'object' && message !== null ? Object.values(message) : [];
}

function textsOf(article: ArticleEntry): ReadonlyMap<string, string> {
  const { intro, sections } = extractOutline(article, () => GAP);
  const { title, description } = article.data;
  return new Map([
    ['head', `${title}\n${description}`],
    ['intro', intro.text],
    ...sections.map(({ id, title: heading, text }) => [id, `${heading}\n${text}`] as const),
  ]);
}
