/** How the build grows with its articles: memory within its budget, time in a straight line. */
import { type BuildCost, measureBuild } from './build-cost';
import { type CorpusSize, makeCorpus, wholeSite } from './corpus';

const GIGABYTE = 1_000_000_000;

/** About 250, 1,600 and 2,500 pages; the middle one is the whole site, in every language. */
export const steps = {
  small: { ...wholeSite, languages: 7 },
  budgeted: wholeSite,
  large: { ...wholeSite, articles: 46 },
} as const satisfies Record<string, CorpusSize>;

/** How much more a page of the large build may cost than one of the small build. */
const LINEAR_TOLERANCE = 1.25;

export interface Growth {
  readonly small: BuildCost;
  readonly budgeted: BuildCost;
  readonly large: BuildCost;
  /** Seconds a page of the large build over those of the small one: 1 or less is a straight line. */
  readonly ratio: number;
}

/** Builds the three corpora, one after another. */
export async function measureGrowth(): Promise<Growth> {
  const small = await measureCorpus(steps.small);
  const budgeted = await measureCorpus(steps.budgeted);
  const large = await measureCorpus(steps.large);
  return { small, budgeted, large, ratio: large.seconds / large.pages / (small.seconds / small.pages) };
}

async function measureCorpus(size: CorpusSize): Promise<BuildCost> {
  using corpus = makeCorpus(size);
  return await measureBuild(corpus.folder);
}

/** What exceeds its budget, one line each. */
export function exceeded({ budgeted, ratio }: Growth): string[] {
  const memory = budgeted.peakMemoryBytes ?? 0;
  const problems: string[] = [];
  if (memory >= GIGABYTE)
    problems.push(
      `${steps.budgeted.languages} languages x ${steps.budgeted.articles} articles took ${memory} bytes of memory, the budget is 1 GB`,
    );
  if (ratio > LINEAR_TOLERANCE)
    problems.push(`a page of the large build takes ${ratio.toFixed(2)} times that of the small`);
  return problems;
}
