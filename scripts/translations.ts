/**
 * `npm run translations`: how complete each language is, and what in it is out of date.
 *
 *   -- --stamp <locale> [<topic>/<article>]   the translation now says what English says: record its hashes
 *   -- --minor <topic>/<article> [--since <revision>]   what changed in English since (HEAD) is small
 *   -- --sync    copy "order" and "related", which are no words, from English into every translation
 *   -- --check [<locale>]   what is wrong with messages and articles; `npm run validate` asks this too
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type ArticleEntry, splitId } from '../src/lib/library';
import { hashSections } from '../src/lib/section-hash';
import { allLocales, type LocaleInfo, SOURCE_LOCALE } from '../src/shared/locales';
import { checkLanguage, checkLanguages, languagesInTree } from './check-translations';
import { editFrontmatter, parseArticle, readArticles, setHashes } from './content-files';
import { reportTranslations } from './translation-report';

const root = process.cwd();

/** Records, in the translations of a locale, the English text that they now say. */
function stamp(entries: readonly ArticleEntry[], locale: string, key?: string): void {
  const chosen = entries.filter(({ id }) => id.startsWith(`${locale}/`) && (!key || id === `${locale}/${key}`));
  if (chosen.length === 0) throw new TypeError(`nothing to stamp: no content/${locale}/${key ?? '*/*'}.mdx`);
  for (const { id } of chosen) {
    const source = requireArticle(entries, `${SOURCE_LOCALE}/${splitId(id).key}`);
    editFrontmatter(root, id, (document) => {
      if (!document.hasIn(['translation', 'status'])) document.setIn(['translation', 'status'], 'machine');
      setHashes(document, ['translation', 'source'], hashSections(source));
    });
    console.log(`stamped content/${id}.mdx`);
  }
}

/** Copies what is the same in every language from English into the translations that differ. */
function sync(entries: readonly ArticleEntry[]): void {
  for (const { id, data } of entries) {
    const { order, related } = requireArticle(entries, `${SOURCE_LOCALE}/${splitId(id).key}`).data;
    if (data.order === order && data.related.join() === related.join()) continue;
    editFrontmatter(root, id, (document) => {
      document.setIn(['order'], order);
      document.setIn(['related'], document.createNode(related, { flow: true }));
    });
    console.log(`brought in line: content/${id}.mdx`);
  }
}

/** Tells what is wrong with a language, and all that is missing in it; else what is wrong with any of them. */
async function check(locale?: string): Promise<void> {
  const problems = locale ? await checkLanguage(root, requireLocale(locale), 'every') : await checkLanguages(root);
  console.log(problems.join('\n') || (locale ? `${locale} is complete` : 'every language is complete'));
  if (problems.length > 0) process.exitCode = 1;
}

function requireLocale(locale: string): LocaleInfo {
  const info = allLocales.find(({ code }) => code === locale);
  if (!info) throw new TypeError(`"${locale}" is no language of src/shared/locales.ts`);
  return info;
}

/** Marks what changed in an English article since a revision as too small to make translations stale. */
function markMinor(entries: readonly ArticleEntry[], key: string, since: string): void {
  const id = `${SOURCE_LOCALE}/${key}`;
  const article = requireArticle(entries, id);
  const earlier = execFileSync('git', ['show', `${since}:content/${id}.mdx`], { encoding: 'utf8' });
  const before = hashSections(parseArticle(id, earlier));
  const changed = Object.entries(hashSections(article)).filter(([section, hash]) => (before[section] ?? hash) !== hash);
  const steps = Object.fromEntries(changed.map(([section, hash]) => [before[section], hash]));
  editFrontmatter(root, id, (document) => setHashes(document, ['minor'], { ...article.data.minor, ...steps }));
  console.log(`marked as small in content/${id}.mdx: ${changed.map(([section]) => section).join(', ') || 'nothing'}`);
}

function requireArticle(entries: readonly ArticleEntry[], id: string): ArticleEntry {
  const entry = entries.find((candidate) => candidate.id === id);
  if (!entry) throw new TypeError(`content/${id}.mdx does not exist`);
  return entry;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      stamp: { type: 'string' },
      minor: { type: 'string' },
      since: { type: 'string', default: 'HEAD' },
      sync: { type: 'boolean' },
      check: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const entries = readArticles(root);
  if (values.stamp) stamp(entries, values.stamp, positionals[0]);
  else if (values.minor) markMinor(entries, values.minor, values.since);
  else if (values.sync) sync(entries);
  else if (values.check) await check(positionals[0]);
  else console.log(reportTranslations(entries, languagesInTree(root)));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
