/**
 * `npm run bench`: what a page costs its reader, what a build costs its operator, and whether both keep their budgets.
 *
 *   -- --budgets   only what readers feel: bytes, requests, scripts, shifts, small screens
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Locale, SOURCE_LOCALE } from '../src/shared/locales';
import { exceeded as exceededByWeight, type PageWeight, weigh } from './bench/article-weight';
import type { BuildCost } from './bench/build-cost';
import { exceeded as exceededByGrowth, measureGrowth } from './bench/growth';
import { exceeded as exceededByLayout, measureLayouts } from './bench/layout';
import { weighSearch } from './bench/search-weight';
import { CLIENT_FOLDER, readBuiltPages } from './built-pages';
import { findChromium } from './local/chromium';
import { serveThrowawaySite } from './local/throwaway-site';

const pages = readBuiltPages();

function benchWeights(): string[] {
  const articles = pages.filter(({ path }) => isArticle(path));
  const weights = articles.map((page) => weigh(page, (url) => readFileSync(join(CLIENT_FOLDER, url))));
  console.log('\nAn article, cold: bytes on the wire (brotli 4; best: 11), JavaScript before interaction');
  for (const locale of new Set(weights.map(localeOf))) {
    const own = weights.filter((weight) => localeOf(weight) === locale).toSorted((a, b) => b.wireBytes - a.wireBytes);
    for (const { path, wireBytes, bestBytes, scriptBytes } of own) {
      console.log(`  ${path.padEnd(52)} ${grouped(wireBytes)}  ${grouped(bestBytes)}  ${grouped(scriptBytes)}`);
    }
  }
  return weights.flatMap(exceededByWeight);
}

/** One plain query in each language: what visitors type most. */
const queries: readonly (readonly [Locale, string])[] = [
  ['en', 'forgot password'],
  ['es', 'olvidé mi contraseña'],
  ['ar', 'نسيت كلمة المرور'],
  ['ja', 'パスワードを忘れた'],
];

async function benchSearch(): Promise<string[]> {
  console.log('\nThe first search, to the list of results: bytes on the wire (client, words, texts), requests');
  const weights = await Promise.all(queries.map(([locale, query]) => weighSearch(CLIENT_FOLDER, locale, query)));
  for (const { locale, query, clientBytes, wordBytes, textBytes, requests } of weights) {
    const parts = [clientBytes, wordBytes, textBytes].map(grouped).join(' +');
    console.log(`  ${grouped(clientBytes + wordBytes + textBytes)} =${parts}  ${requests}  ${locale}: ${query}`);
  }
  return weights.filter(({ articles }) => articles === 0).map(({ locale, query }) => `${locale}: nothing for ${query}`);
}

async function benchLayouts(): Promise<string[]> {
  await using site = await serveThrowawaySite();
  const shown = pages.filter(({ path }) => path.endsWith('/'));
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

const { values } = parseArgs({ options: { budgets: { type: 'boolean', default: false } } });
const problems = [
  ...benchWeights(),
  ...(await benchSearch()),
  ...(await benchLayouts()),
  ...(values.budgets ? [] : await benchGrowth()),
];
for (const problem of problems) console.error(`  ✗ ${problem}`);
console.log(problems.length === 0 ? '\nAll budgets are kept.' : `\n${problems.length} budgets are exceeded.`);
if (problems.length > 0) process.exitCode = 1;
