/** What the forms weigh on their way to the visitor, in the language in which each is heaviest. */
import { enabledLocales, localeToSegment } from '../../../src/shared/locales';
import { parseElements } from '../../built-pages';
import { budgets, CDN_LEVEL, exceeded, type PageWeight, weigh } from '../article-weight';
import type { Proof } from './proof';
import { CODE_PATH, PASSWORD_PATH, RESET_PATH, type SiteUnderLoad } from './site-under-load';

const pages = {
  'reset form with its list of countries': RESET_PATH,
  'code, on another device': CODE_PATH,
  'link that does not work': PASSWORD_PATH,
} as const;

/** Their budget is an article's. Scripts are not weighed: the forms work without. */
export async function weighForms(site: SiteUnderLoad): Promise<Proof> {
  const budget = budgets.wireBytes.toLocaleString('en');
  const lines = [`Bytes of a form's page on the wire (brotli ${CDN_LEVEL}); an article may have ${budget}`];
  const problems: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    const weights = await weighEverywhere(site, path);
    const [heaviest] = weights.toSorted((a, b) => b.wireBytes - a.wireBytes);
    if (heaviest) lines.push(`  ${name}: ${heaviest.wireBytes.toLocaleString('en')} (${heaviest.path})`);
    problems.push(...weights.flatMap(exceeded));
  }
  return { lines, problems };
}

function weighEverywhere(site: SiteUnderLoad, path: string): Promise<PageWeight[]> {
  return Promise.all(
    enabledLocales.map(async ({ code }) => {
      const own = path.replace('/en/', `/${localeToSegment(code)}/`);
      const html = await (await site.fetch(own)).text();
      return weigh({ path: own, html: Buffer.from(html), elements: parseElements(html) }, () => Buffer.alloc(0));
    }),
  );
}
