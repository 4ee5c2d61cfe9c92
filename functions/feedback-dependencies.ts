/** Builds what readers' feedback needs from the Worker's environment. */
import { site } from '../src/shared/site';
import { createRevisionFinder } from './bindings/built-articles';
import { createD1Feedback } from './bindings/d1-feedback';
import type { Clock } from './clock';
import type { Env } from './env';
import type { Report } from './events';
import type { BurstLimit } from './limits/burst';
import { countSearch, type SearchReport } from './support/count-search';
import { eraseFeedback } from './support/erase-feedback';
import { type Feedback, giveFeedback } from './support/feedback';

/** What feedback shares with recovery. */
interface SharedParts {
  readonly siteOrigin: string;
  readonly clock: Clock;
  readonly report: Report;
  readonly burst: BurstLimit;
}

export function buildFeedback(env: Env, { siteOrigin, clock, report, burst }: SharedParts) {
  const parts = { clock, report, burst, store: createD1Feedback(env.ACCOUNTS) };
  return {
    app: {
      findRevision: createRevisionFinder(env.ASSETS, siteOrigin),
      giveFeedback: (given: Feedback) => giveFeedback(parts, given),
      countSearch: (search: SearchReport) => countSearch(parts, search),
    },
    tend: () => eraseFeedback({ ...parts, retentionDays: site.retentionDays }),
  };
}
