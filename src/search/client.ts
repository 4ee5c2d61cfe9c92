/**
 * Search in the browser. The page loads it when a visitor turns to a search field, or comes with a query.
 *
 * Without it, the form leads to the page of all articles; it only adds.
 */
import { type Answer, createSearch, type Search } from './answer';
import { withMissReport } from './miss-report';
import { answerLinks, element, helpLinks } from './result-view';
import { createSearchBox, type ListContent, type SearchBox } from './search-box';
import { countText, fillText, queryFromPath } from './search-text';

/** Articles in the list under the field, and on a page of results. */
const LIST_MAX = 6;
const PAGE_MAX = 30;

const STYLES_URL = '/_search/client.css';

/** How long a visitor pauses before the query is looked up. */
const PAUSE_MILLISECONDS = 120;

const form = document.querySelector<HTMLFormElement>('[data-search]');
const input = form?.querySelector('input');
if (form && input) void start(form, input);

/** Makes the page's search form search, and fills the place for results, where the page has one. */
async function start(form: HTMLFormElement, input: HTMLInputElement): Promise<void> {
  const search = withMissReport(createSearch(form.dataset.search ?? '', readJson), form.dataset.missed);
  void search.prepare();
  await addStyles();
  searchWhileTyping(form, input, search);
  const page = document.querySelector<HTMLElement>('[data-search-results]');
  if (page) void showOnPage(page, form, input, search);
}

/** Resolves when the list's styles are there, or cannot be had. */
function addStyles(): Promise<unknown> {
  const link = element('link', { rel: 'stylesheet', href: STYLES_URL });
  document.head.appendChild(link);
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
}

async function readJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function searchWhileTyping(form: HTMLFormElement, input: HTMLInputElement, search: Search): void {
  const box = createSearchBox(form, input);
  let timer = 0;
  let latest = 0;
  const look = async () => {
    const number = ++latest;
    for await (const content of contentsFor(input.value.trim(), search)) {
      if (number !== latest) return;
      fillBox(box, content);
    }
  };
  const typed = () => {
    latest++;
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), PAUSE_MILLISECONDS);
  };
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed();
  });
  input.addEventListener('compositionend', typed);
  form.addEventListener('focusout', () => latest++);
  if (input.value !== '' && input === document.activeElement) typed();
}

function fillBox(box: SearchBox, content: ListContent | undefined): void {
  if (content) box.show(content);
  else box.close();
}

/** What the list shows, as it becomes known; undefined where it must not show anything. */
async function* contentsFor(query: string, search: Search): AsyncGenerator<ListContent | undefined> {
  if (query === '') {
    yield undefined;
    return;
  }
  try {
    for await (const answer of search.answer(query, LIST_MAX)) yield toContent(answer);
  } catch {
    const texts = search.manifest?.texts;
    yield texts && {
      message: texts.failed,
      links: helpLinks(search.manifest?.help ?? []),
      status: texts.failed,
      name: texts.list,
    };
  }
}

function toContent(answer: Answer): ListContent {
  const { texts, help } = answer.own.manifest;
  if (answer.own.total > 0 || answer.other) {
    return { message: '', links: answerLinks(answer), status: countText(answer), name: texts.list };
  }
  const none = fillText(texts.none, { query: answer.query });
  return { message: none, links: helpLinks(help), status: none, name: texts.list };
}

async function showOnPage(
  page: HTMLElement,
  form: HTMLFormElement,
  input: HTMLInputElement,
  search: Search,
): Promise<void> {
  const home = new URL('..', form.action).pathname;
  const asked = new URLSearchParams(location.search).get('q')?.trim();
  const query = asked || (page.dataset.searchFromPath === undefined ? '' : queryFromPath(location.pathname, home));
  if (query === '') return;
  input.value = query;
  for await (const answer of search.answer(query, PAGE_MAX)) fillPage(page, answer, Boolean(asked));
}

function fillPage(page: HTMLElement, answer: Answer, wasAsked: boolean): void {
  const { texts, help } = answer.own.manifest;
  const isNothing = answer.own.total === 0 && !answer.other;
  if (isNothing && !wasAsked) return;
  const title = fillText(isNothing ? texts.none : texts.heading, { query: answer.query });
  const count = element('p', { role: 'status' }, countText(answer));
  const links = isNothing ? helpLinks(help) : answerLinks(answer);
  page.replaceChildren(element('h2', {}, title), count, ...links);
  page.hidden = false;
}
