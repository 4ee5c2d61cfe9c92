/** What a page tells search engines and whoever shows a link to it. Everything here is true of this page in this language. */
import { enabledLocales, type Locale, localeInfo } from '../shared/locales';
import { pageUrl, sharedUrl } from '../shared/urls';

export interface PageFacts {
  /** Where the site stands: `https://help.example`. */
  readonly origin: string | URL;
  /** The locale of the page. */
  readonly locale: Locale;
  /** The page's path without its locale; empty for home. */
  readonly path: string;
  /** Without the site's name. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly siteName: string;
  /** The operator, who publishes the page. */
  readonly brand: string;
  /** Whether search engines may list the page; one whose text is another language's never is. */
  readonly isIndexed: boolean;
  /** The locale of the text, where it is not the page's own. */
  readonly shownLocale?: Locale | undefined;
  /** Locales that have a text of their own at this path. */
  readonly translations?: readonly Locale[] | undefined;
  /** From the home page down; the page itself is left out. */
  readonly breadcrumbs?: readonly { readonly url: string; readonly title: string }[] | undefined;
  readonly article?: ArticleFacts | undefined;
}

export interface ArticleFacts {
  readonly updated: Date;
  /** Questions and their whole answers, as the page shows them; empty where the article has none. */
  readonly questions: readonly { readonly title: string; readonly text: string }[];
}

export interface HeadTags {
  readonly canonical?: string | undefined;
  readonly isIndexed: boolean;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** One JSON-LD document. */
  readonly structuredData?: object | undefined;
}

/**
 * The tags of a page's head, its title and description apart.
 *
 * A page shown in another language than its own points to the original and is not listed; a page that is not listed for
 * any other reason, such as "not found", tells nothing more.
 */
export function describeHead(page: PageFacts): HeadTags {
  const shownLocale = page.shownLocale ?? page.locale;
  const isOriginal = shownLocale === page.locale;
  if (!page.isIndexed && isOriginal) return { isIndexed: false, alternates: [], openGraph: [] };
  const canonical = new URL(pageUrl(shownLocale, page.path), page.origin).href;
  return {
    canonical,
    isIndexed: isOriginal,
    alternates: isOriginal ? alternatesOf(page) : [],
    openGraph: describePreview(page, shownLocale, canonical),
    structuredData: isOriginal ? describeThing(page, canonical) : undefined,
  };
}

/** Every translation that exists, the page itself among them, and the link without a language for everybody else. */
function alternatesOf({ origin, path, translations }: PageFacts): HeadTags['alternates'] {
  const own = localesOf(translations).map((locale) => ({
    hreflang: localeInfo(locale).lang,
    href: new URL(pageUrl(locale, path), origin).href,
  }));
  return [...own, { hreflang: 'x-default', href: new URL(sharedUrl(path), origin).href }];
}

function localesOf(translations: readonly Locale[] | undefined): readonly Locale[] {
  return translations ?? enabledLocales.map(({ code }) => code);
}

/** Open Graph, https://ogp.me: what a messenger shows of a link. */
function describePreview(page: PageFacts, shownLocale: Locale, url: string): HeadTags['openGraph'] {
  const others = localesOf(page.translations).filter((locale) => locale !== shownLocale);
  return [
    ['og:type', page.article ? 'article' : 'website'],
    ['og:site_name', page.siteName],
    ['og:title', page.title],
    ['og:description', page.description],
    ['og:url', url],
    ['og:locale', toTerritory(shownLocale)],
    ...others.map((locale) => ['og:locale:alternate', toTerritory(locale)]),
    ['article:modified_time', page.article?.updated.toISOString().slice(0, 10)],
  ].flatMap(([property, content]) => (property && content ? [{ property, content }] : []));
}

/** Found once: the Worker renders forms, and each names every language. */
const territories = new Map<Locale, string>();

/** @example toTerritory('ja') // 'ja_JP': Open Graph wants a territory, so the likeliest one (UTS 35) is named */
function toTerritory(locale: Locale): string {
  const known = territories.get(locale) ?? findTerritory(locale);
  territories.set(locale, known);
  return known;
}

function findTerritory(locale: Locale): string {
  const { language, region } = new Intl.Locale(localeInfo(locale).lang).maximize();
  return region ? `${language}_${region}` : language;
}

/** https://schema.org: the site on the home page, an article elsewhere, its questions where it has some. */
function describeThing(page: PageFacts, url: string): object | undefined {
  const graph = [
    ...(page.path === '' ? [describeSite(page, url)] : []),
    ...(page.article ? describeArticle(page, page.article, url) : []),
    ...(page.breadcrumbs?.length ? [describeBreadcrumbs(page, page.breadcrumbs, url)] : []),
  ];
  return graph.length > 0 ? { '@context': 'https://schema.org', '@graph': graph } : undefined;
}

function describeSite({ siteName, brand, locale }: PageFacts, url: string): object {
  return { '@type': 'WebSite', name: siteName, url, inLanguage: localeInfo(locale).lang, publisher: publisher(brand) };
}

function describeArticle(
  { title, description, locale, brand }: PageFacts,
  article: ArticleFacts,
  url: string,
): object[] {
  const inLanguage = localeInfo(locale).lang;
  const about = {
    '@type': 'Article',
    headline: title,
    ...(description && { description }),
    inLanguage,
    dateModified: article.updated.toISOString().slice(0, 10),
    mainEntityOfPage: url,
    author: publisher(brand),
    publisher: publisher(brand),
  };
  if (article.questions.length === 0) return [about];
  const mainEntity = article.questions.map(({ title: name, text }) => ({
    '@type': 'Question',
    name,
    acceptedAnswer: { '@type': 'Answer', text },
  }));
  return [about, { '@type': 'FAQPage', url, inLanguage, mainEntity }];
}

function publisher(brand: string): object {
  return { '@type': 'Organization', name: brand };
}

function describeBreadcrumbs(page: PageFacts, links: NonNullable<PageFacts['breadcrumbs']>, url: string): object {
  const all = [...links, { url, title: page.title }];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: all.map((link, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: link.title,
      item: new URL(link.url, page.origin).href,
    })),
  };
}

/**
 * JSON that can stand in a script element: no text in it can end the element or open another (HTML §4.12.1.3).
 *
 * @example toScriptJson({ a: '</script>' }) // '{"a":"\\u003c/script>"}'
 */
export function toScriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
