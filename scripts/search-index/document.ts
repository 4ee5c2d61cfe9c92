/** What search knows of an article: its words, section by section, and the page that Pagefind reads. */

import { type AuthorContext, componentWords } from '../../src/lib/author-words';
import { type ArticleEntry, splitId } from '../../src/lib/library';
import { extractOutline } from '../../src/lib/sections';
import { fillBrand } from '../../src/lib/shelf';
import type { SectionText } from '../../src/search/index-format';

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

/** The article as search shows it. */
export function toDocument({ id, body, data }: ArticleEntry, context: AuthorContext): SearchDocument {
  const { intro, sections } = extractOutline({ id, body }, componentWords(context));
  return {
    path: `${splitId(id).key}/`,
    title: fillBrand(data.title),
    keywords: data.keywords.map(fillBrand),
    sections: [
      ['', '', [fillBrand(data.description), intro.text].filter(Boolean).join('\n')],
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

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
