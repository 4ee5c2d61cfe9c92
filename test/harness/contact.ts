/** The forms of support, filled in as a visitor does: the page is opened, and some time passes. */
import { setTimeout as sleep } from 'node:timers/promises';
import { newVisitor } from './accounts';
import type { TestSite } from './worker';

/** Longer than the quickest a person can be. */
const READING_MILLISECONDS = 2100;

/** What a page's form carries. */
export function seedIn(html: string): Record<string, string> {
  const fields = ['request', 'stamp', 'reference'].map((name) => [
    name,
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1],
  ]);
  return Object.fromEntries(fields.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
}

/** Which text of an article the question under it asks about. */
export function revisionIn(html: string): string {
  return /name="revision" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** Opens the form of a topic, and reads it for as long as a person would. */
export async function openForm(site: Pick<TestSite, 'fetch'>, path: string): Promise<Record<string, string>> {
  const [seed] = await openForms(site, path, 1);
  return seed ?? {};
}

/** Opens so many forms at once. */
export async function openForms(site: Pick<TestSite, 'fetch'>, path: string, count: number) {
  const pages = await Promise.all(
    Array.from({ length: count }, async () => (await site.fetch(path, { headers: newVisitor() })).text()),
  );
  await sleep(READING_MILLISECONDS);
  return pages.map(seedIn);
}
