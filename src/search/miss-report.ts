/** Tells the site which words found nothing: with consent alone, once for each query, and when the visitor has stopped typing. */
import { readConsent } from '../shared/consent-cookie';
import { searchLimits } from '../shared/missed-search';
import type { Search } from './answer';

const PAUSE_MILLISECONDS = 2000;

/**
 * The same search, reporting what it does not find. A query that another one follows at once is not reported.
 *
 * @param url Where reports go; without it nothing is ever reported.
 */
export function withMissReport(search: Search, url: string | undefined): Search {
  if (url === undefined) return search;
  const report = createMissReport(url);
  return {
    get manifest() {
      return search.manifest;
    },
    prepare: () => search.prepare(),
    async *answer(query, limit) {
      let isFound = false;
      report.cancel();
      for await (const answer of search.answer(query, limit)) {
        isFound ||= answer.own.total > 0 || answer.other !== undefined;
        yield answer;
      }
      if (!isFound) report.schedule(query);
    },
  };
}

function createMissReport(url: string) {
  const told = new Set<string>();
  let timer = 0;
  const tell = (query: string) => {
    if (told.has(query) || !isAllowed()) return;
    told.add(query);
    const body = new URLSearchParams({ query: query.slice(0, searchLimits.QUERY_MAX) });
    // Nobody waits for it, and nothing is lost with it.
    fetch(url, { method: 'POST', body, keepalive: true }).catch(() => {});
  };
  return {
    cancel: () => clearTimeout(timer),
    schedule(query: string) {
      clearTimeout(timer);
      timer = window.setTimeout(() => tell(query), PAUSE_MILLISECONDS);
    },
  };
}

/** The cookie's answer, which Global Privacy Control and Do Not Track overrule. */
function isAllowed(): boolean {
  const { globalPrivacyControl } = navigator as { readonly globalPrivacyControl?: boolean };
  return !globalPrivacyControl && navigator.doNotTrack !== '1' && readConsent(document.cookie).search === true;
}
