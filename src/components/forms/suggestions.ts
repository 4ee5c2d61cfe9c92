/** Articles for the words typed so far, between the form's text and its button: seen, and never in the way. */
import { createSearch } from '../../search/answer';
import type { Result } from '../../search/search-index';

const PAUSE_MILLISECONDS = 600;

/** So many links, from so many of the last words: the first ones were judged before. */
const LINKS = 3;
const WORDS = 12;

/** A word that more articles hold says nothing of what happened. */
const COMMON = 12;

const box = document.querySelector<HTMLElement>('[data-suggestions]');
const field = box?.closest('form')?.querySelector('textarea');
if (box && field) watch(box, field);

function watch(box: HTMLElement, field: HTMLTextAreaElement): void {
  const folder = box.dataset.suggestions ?? '';
  const search = createSearch(folder, async (url) => (await fetch(url)).json());
  let timer: number | undefined;
  let latest = 0;
  const look = async () => {
    const turn = ++latest;
    const found = await findArticles(search, field.value).catch(() => []);
    if (turn === latest) show(box, found, search.manifest?.home ?? '/');
  };
  const typed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), PAUSE_MILLISECONDS);
  };
  field.addEventListener('input', typed);
  typed();
}

interface Found {
  readonly result: Result;
  score: number;
}

/** Each word is a query of its own, since nobody writes what an article says; rare words count for more. */
async function findArticles(search: ReturnType<typeof createSearch>, text: string): Promise<readonly Result[]> {
  const words = new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]{3,}/gu)
      ?.slice(-WORDS),
  );
  const found = new Map<string, Found>();
  for (const word of words) {
    for await (const { own } of search.answer(word, COMMON)) {
      if (own.total > COMMON) continue;
      for (const result of own.results) {
        const key = result.path.replace(/#.*/, '');
        const known = found.get(key) ?? { result, score: 0 };
        known.score += 1 / own.total;
        found.set(key, known);
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, LINKS)
    .map(({ result }) => result);
}

function show(box: HTMLElement, results: readonly Result[], home: string): void {
  const items = results.map(({ path, title }) => {
    const link = document.createElement('a');
    link.href = home + path;
    link.textContent = title.map(({ text }) => text).join('');
    const item = document.createElement('li');
    item.replaceChildren(link);
    return item;
  });
  box.querySelector('ul')?.replaceChildren(...items);
  box.hidden = items.length === 0;
}
