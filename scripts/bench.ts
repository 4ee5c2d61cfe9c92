/**
 * `npm run bench`: what a page costs its reader, what a build costs its operator, and whether both keep their budgets.
 *
 *   -- --budgets   only what readers feel: bytes, requests, scripts, shifts, small screens; the last two in a sample of the pages
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { splitId } from '../src/lib/library';
import { enabledLocales, type Locale, SOURCE_LOCALE } from '../src/shared/locales';
import { exceeded as exceededByWeight, type PageWeight, weigh } from './bench/article-weight';
import type { BuildCost } from './bench/build-cost';
import { exceeded as exceededByGrowth, measureGrowth } from './bench/growth';
import { exceeded as exceededByLayout, measureLayouts } from './bench/layout';
import { weighSearch } from './bench/search-weight';
import { CLIENT_FOLDER, readBuiltPages } from './built-pages';
import { readArticles } from './content-files';
import { findChromium } from './local/chromium';
import { serveThrowawaySite } from './local/throwaway-site';

const { values } = parseArgs({ options: { budgets: { type: 'boolean', default: false } } });
const pages = readBuiltPages();

const weights = pages
  .filter(({ path }) => isArticle(path))
  .map((page) => weigh(page, (url) => readFileSync(join(CLIENT_FOLDER, url))))
  .toSorted((a, b) => b.wireBytes - a.wireBytes);
/** The heaviest article of each language. */
const heaviest = [...Map.groupBy(weights, localeOf).values()].flatMap(([first]) => first ?? []);

function benchWeights(): string[] {
  console.log(`\n${weights.length} articles, cold; the heaviest of each language:`);
  console.log('bytes on the wire (brotli 4), JavaScript before interaction');
  for (const { path, wireBytes, scriptBytes } of heaviest) {
    console.log(`  ${path.padEnd(52)} ${grouped(wireBytes)}  ${grouped(scriptBytes)}`);
  }
  return weights.flatMap(exceededByWeight);
}

/** What people type most: in each language the first keyword of the article about a new password. */
function plainQueries(): readonly (readonly [Locale, string])[] {
  const articles = readArticles(
    process.cwd(),
    enabledLocales.map(({ code }) => code),
  );
  const asked = articles.map(({ id, data }) => ({ ...splitId(id), query: data.keywords[0] ?? '' }));
  return asked
    .filter(({ key }) => key === 'logging-in/reset-your-password')
    .map(({ locale, query }) => [locale, query]);
}

async function benchSearch(): Promise<string[]> {
  console.log('\nThe first search, to the list of results: bytes on the wire (client, words, texts), requests');
  const weights = await Promise.all(plainQueries().map(([locale, query]) => weighSearch(CLIENT_FOLDER, locale, query)));
  for (const { locale, query, clientBytes, wordBytes, textBytes, requests } of weights) {
    const parts = [clientBytes, wordBytes, textBytes].map(grouped).join(' +');
    console.log(`  ${grouped(clientBytes + wordBytes + textBytes)} =${parts}  ${requests}  ${locale}: ${query}`);
  }
  return weights.filter(({ articles }) => articles === 0).map(({ locale, query }) => `${locale}: nothing for ${query}`);
}

async function benchLayouts(): Promise<string[]> {
  await using site = await serveThrowawaySite();
  const shown = pages.filter(({ path }) => path.endsWith('/') && (!values.budgets || isInSample(path)));
  const layouts = await measureLayouts(await findChromium(), site.origin, shown);
  const shifts = layouts.flatMap((layout) => layout.shifts).length;
  console.log(`\nIn Chromium, ${layouts.length} pages at 320 px and at 400 % zoom: ${shifts} layout shifts`);
  return layouts.flatMap(exceededByLayout);
}

async function benchGrowth(): Promise<string[]> {
  const { ratio, ...builds } = await measureGrowth();
  console.log('\nThe build');
  for (const cost of Object.values(builds)) console.log(`  ${describeBuild(cost)}`);
  console.log(`  a page of the largest takes ${ratio.toFixed(2)} times as long as one of the smallest`);
  return exceededByGrowth({ ...builds, ratio });
}

function describeBuild({ pages: count, files, bytes, seconds, peakMemoryBytes }: BuildCost): string {
  const memory =
    peakMemoryBytes === undefined ? 'memory not measured' : `${grouped(peakMemoryBytes / 1e6)} MB of memory`;
  return `${grouped(count)} pages: ${seconds.toFixed(1)} s, ${memory}, ${grouped(files)} files, ${grouped(bytes)} bytes`;
}

/** Every page in the languages that look least alike; of each other language those that hold most. */
function isInSample(path: string): boolean {
  const [, locale = '', ...rest] = path.split('/');
  const isFullest = rest.join('/') === '' || heaviest.some((weight) => weight.path === path);
  return ['en', 'ar', 'ja'].includes(locale) || isFullest;
}

/** Whether a page is an article: `/<locale>/<topic>/<article>/`, with a file of that name in English. */
function isArticle(path: string): boolean {
  const [, , ...key] = path.split('/');
  return existsSync(`content/${SOURCE_LOCALE}/${key.join('/').replace(/\/$/, '')}.mdx`);
}

function localeOf({ path }: PageWeight): string {
  return path.split('/')[1] ?? '';
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en').padStart(6);
}

const problems = [
  ...benchWeights(),
  ...(await benchSearch()),
  ...(await benchLayouts()),
  ...(values.budgets ? [] : await benchGrowth()),
];
for (const problem of problems) console.error(`  ✗ ${problem}`);
console.log(problems.length === 0 ? '\nAll budgets are kept.' : `\n${problems.length} budgets are exceeded.`);
if (problems.length > 0) process.exitCode = 1;
