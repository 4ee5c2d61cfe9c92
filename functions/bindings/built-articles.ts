/** What the built pages of articles say of themselves. */
import { fields } from '../../src/shared/forms';
import type { Locale } from '../../src/shared/locales';
import { type ArticleKey, pageUrl } from '../../src/shared/urls';

/** The revision of an article as it stands now; undefined where there is none. */
export type FindRevision = (locale: Locale, article: ArticleKey) => Promise<string | undefined>;

/** The form under every article names the text that it asks about. */
const REVISION_FIELD = new RegExp(`name="${fields.revision}" value="([^"]+)"`);

/** Looks into the site's own files. */
export function createRevisionFinder(assets: Pick<Fetcher, 'fetch'>, siteOrigin: string): FindRevision {
  return async (locale, article) => {
    const page = await assets.fetch(new URL(pageUrl(locale, article), siteOrigin));
    return page.ok ? REVISION_FIELD.exec(await page.text())?.[1] : undefined;
  };
}
