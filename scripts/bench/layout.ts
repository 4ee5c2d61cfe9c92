/** How pages behave in Chromium: requests, shifts of what is already painted, and how they fit small screens. */
import { type Browser, chromium, type Page, type Request } from 'playwright-core';
import { BROKEN_PATH, NOT_FOUND_PATH } from '../../src/shared/urls';
import type { BuiltPage } from '../built-pages';

type ShownPage = Pick<BuiltPage, 'path' | 'html'>;

interface Shift {
  readonly value: number;
  readonly what: string;
}

export interface PageLayout {
  readonly path: string;
  /** What was fetched until the page was quiet, the page included. */
  readonly requests: readonly string[];
  /** What moved after it was painted; their sum is the Cumulative Layout Shift: https://web.dev/articles/cls */
  readonly shifts: readonly Shift[];
  /** Views in which the page has to be scrolled sideways, or something fixed covers more than half of it. */
  readonly unreadable: readonly string[];
}

/** WCAG 2.2, 1.4.10: 320 pixels wide, which is also what 400 % zoom leaves of 1280 x 1024. */
const views = [
  { name: '320 px wide', viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 },
  { name: '400 % zoom', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
];

/** The page of an address that does not exist asks search, unasked, for what was meant. */
const SEARCHING_PAGE = `/${NOT_FOUND_PATH}/`;

/** The page of a fault has no address of its own. */
const FAULT_PAGE = `/${BROKEN_PATH}/`;

/** What exceeds its budget (one request, no shift, readable everywhere), one line each. */
export function exceeded({ path, requests, shifts, unreadable }: PageLayout): string[] {
  const problems = unreadable.map((problem) => `${path}: ${problem}`);
  if (requests.length !== 1 && !path.endsWith(SEARCHING_PAGE))
    problems.push(`${path}: ${requests.length} requests: ${requests.join(' ')}`);
  problems.push(...shifts.map(({ value, what }) => `${path}: the layout shifts by ${value.toFixed(4)}: ${what}`));
  return problems;
}

const QUIET_MILLISECONDS = 300;

/**
 * On a weak line a paragraph arrives in pieces, and its last line is laid out anew with each: a few thousandths, wherever a
 * piece happens to end. A box that moves counts hundredths; 0.1 is what browsers call good.
 */
const SMALLEST_SHIFT = 0.005;

/** A weak line, in bytes a second: the page is painted while it arrives, and shows what moves. */
const WEAK_LINE = { offline: false, latency: 0, downloadThroughput: 30_000, uploadThroughput: 30_000 };

/** Each waits for its own weak line more than for the machine. */
const WINDOWS_AT_ONCE = 5;

/** Pages that one window shows, one after another. */
const PAGES_A_WINDOW = 10;

/** Measures pages, several at once. @param origin Where the built site is served. */
export async function measureLayouts(
  executablePath: string,
  origin: string,
  pages: readonly ShownPage[],
): Promise<readonly PageLayout[]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const waiting = windowsOf(pages).values();
  const layouts: PageLayout[] = [];
  const measureWaiting = async () => {
    for (const [locale, own] of waiting) layouts.push(...(await measureWindow(browser, origin, locale, own)));
  };
  try {
    await Promise.all(Array.from({ length: WINDOWS_AT_ONCE }, measureWaiting));
    return layouts;
  } finally {
    await browser.close();
  }
}

/** Pages of one language share a window. */
function windowsOf(pages: readonly ShownPage[]): readonly (readonly [string, readonly ShownPage[]])[] {
  const languages = Map.groupBy(pages, ({ path }) => path.split('/')[1] ?? '');
  return [...languages].flatMap(([locale, own]) => {
    const starts = own.flatMap((_, index) => (index % PAGES_A_WINDOW === 0 ? index : []));
    return starts.map((start) => [locale, own.slice(start, start + PAGES_A_WINDOW)] as const);
  });
}

/** Looks at pages as a reader of their language does, whom no other language is offered. */
async function measureWindow(browser: Browser, origin: string, locale: string, pages: readonly ShownPage[]) {
  const looked = await Promise.all(
    views.map(async ({ name, ...options }) => {
      const context = await browser.newContext({ locale, ...options });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.emulateNetworkConditions', WEAK_LINE);
      const seen = [];
      for (const shown of pages) seen.push({ name, ...(await look(page, origin, shown)) });
      await context.close();
      return seen;
    }),
  );
  return pages.map(({ path }, index): PageLayout => {
    const seen = looked.flatMap((view) => view[index] ?? []);
    return {
      path,
      requests: seen[0]?.requests ?? [],
      shifts: seen.flatMap((view) => view.shifts).filter(({ value }) => value >= SMALLEST_SHIFT),
      unreadable: seen.flatMap(({ name, obstacles }) => obstacles.map((obstacle) => `${name}: ${obstacle}`)),
    };
  });
}

/** The page is opened anew, as by a link from elsewhere. */
async function look(page: Page, origin: string, { path, html }: ShownPage) {
  const url = `${origin}${path}`;
  const requests: string[] = [];
  const note = (request: Request) => requests.push(request.url());
  await page.goto('about:blank');
  page.on('request', note);
  if (path.endsWith(FAULT_PAGE)) await answerWithFault(page, url, html);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MILLISECONDS);
  const shifts = await page.evaluate(findShifts);
  const obstacles = await page.evaluate(findObstacles);
  page.off('request', note);
  return { requests, shifts, obstacles };
}

/** What the Worker answers with in the place of any page. */
function answerWithFault(page: Page, url: string, html: Buffer): Promise<unknown> {
  return page.route(url, (route) =>
    route.fulfill({ status: 500, contentType: 'text/html; charset=utf-8', body: html }),
  );
}

/** Runs in the page. The shifts before any interaction, and what moved. */
function findShifts(): Promise<Shift[]> {
  interface ShiftEntry extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const moved = ({ value, sources }: ShiftEntry) => ({
    value,
    what: sources
      .map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 80))
      .join(' '),
  });
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve((list.getEntries() as ShiftEntry[]).map(moved)));
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve([]), 50);
  });
}

/** Runs in the page. Boxes under 20 pixels are words for screen readers alone. */
function findObstacles(): string[] {
  const { clientWidth, clientHeight, scrollWidth } = document.documentElement;
  const tooWide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} pixels wide`] : [];
  const elements = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => element.checkVisibility());
  const covering = elements.filter((element) => {
    const isFixed = ['fixed', 'sticky'].includes(getComputedStyle(element).position);
    return isFixed && element.offsetWidth > clientWidth / 2 && element.offsetHeight > clientHeight / 2;
  });
  const cut = elements.filter((element) => {
    const hides = ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    return hides && element.clientWidth > 20 && element.scrollWidth > element.clientWidth + 1;
  });
  const describe = (element: HTMLElement) => `<${element.localName} class="${element.className}">`;
  return [
    ...tooWide,
    ...covering.map((element) => `${describe(element)} covers more than half of it`),
    ...cut.map((element) => `${describe(element)} cuts off what it holds`),
  ];
}
