/** What search knows of an article: its words, section by section, and the page that Pagefind reads. */

import type { ArticleEntry } from '../../src/lib/library';
import { extractOutline } from '../../src/lib/sections';
import type { SectionText } from '../../src/search/index-format';
import type { Translate } from '../../src/shared/catalog';
import { limits } from '../../src/shared/forms';
import { site } from '../../src/shared/site';

export interface SearchDocument {
  /** `<topic>/<article>/`, below the locale's home page. */
  readonly path: string;
  readonly title: string;
  readonly keywords: readonly string[];
  /** The first is the description and what comes before the first section. */
  readonly sections: readonly SectionText[];
}

/** How much more than plain text they count. Pagefind allows 10 at most, and gives 6 to a section's heading. */
const TITLE_WEIGHT = 10;
const KEYWORD_WEIGHT = 5;

/** The article as search shows it. @param titleOf The title of another article, for links that have no words of their own. */
export function toDocument(
  { id, body, data }: ArticleEntry,
  t: Translate,
  titleOf: (key: string) => string,
): SearchDocument {
  const { intro, sections } = extractOutline({ id, body }, (name, attributes) =>
    componentText(name, attributes.of ?? attributes.to ?? '', t, titleOf),
  );
  const description = fillBrand(data.description);
  return {
    path: `${id.slice(id.indexOf('/') + 1)}/`,
    title: fillBrand(data.title),
    keywords: data.keywords.map(fillBrand),
    sections: [
      ['', '', [description, intro.text].filter(Boolean).join('\n')],
      ...sections.map((section): SectionText => [section.id, fillBrand(section.title), section.text]),
    ],
  };
}

/** The page that Pagefind reads: title, keywords, then the sections with the ids `s0`, `s1`, … */
export function toIndexedHtml({ title, keywords, sections }: SearchDocument, lang: string): string {
  const parts = sections.map(([, heading, text], place) => {
    const lines = text.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
    return `<section id="s${place}">${heading && `<h2>${escapeHtml(heading)}</h2>`}${lines.join('')}</section>`;
  });
  const words = keywords.map((keyword) => `<li>${escapeHtml(keyword)}</li>`).join('');
  const head = `<h1 data-pagefind-weight="${TITLE_WEIGHT}">${escapeHtml(title)}</h1>`;
  const keywordList = `<ul data-pagefind-weight="${KEYWORD_WEIGHT}">${words}</ul>`;
  return `<html lang="${lang}"><body>${head}${keywordList}${parts.join('')}</body></html>`;
}

function fillBrand(text: string): string {
  return text.replaceAll('{brand}', site.brand);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const durations: Readonly<Record<string, number>> = {
  link: limits.LINK_SECONDS,
  code: limits.CODE_SECONDS,
  lock: limits.LOCK_SECONDS,
};
const counts: Readonly<Record<string, number>> = { codeTries: limits.CODE_TRIES, passwordMin: limits.PASSWORD_MIN };

/** The words that a component of an article shows by itself. */
function componentText(name: string, of: string, t: Translate, titleOf: (key: string) => string): string {
  if (name === 'Brand') return site.brand;
  if (name === 'Duration') return t('duration.minutes', { count: (durations[of] ?? 0) / 60 });
  if (name === 'Count') return String(counts[of] ?? '');
  return name === 'Link' && of.includes('/') ? fillBrand(titleOf(of.replace(/#.*$/, ''))) : '';
}
