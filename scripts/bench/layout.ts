/** How pages behave in Chromium: requests, shifts of what is already painted, and how they fit small screens. */
import { type Browser, chromium } from 'playwright-core';

export interface PageLayout {
  readonly path: string;
  /** What was fetched until the page was quiet, the page included. */
  readonly requests: readonly string[];
  /** Cumulative Layout Shift: https://web.dev/articles/cls */
  readonly shift: number;
  /** Views in which the page has to be scrolled sideways, or something fixed covers more than half of it. */
  readonly unreadable: readonly string[];
}

/** WCAG 2.2, 1.4.10: 320 pixels wide, which is also what 400 % zoom leaves of 1280 x 1024. */
const views = [
  { name: '320 px wide', viewport: { width: 320, height: 640 }, deviceScaleFactor: 2 },
  { name: '400 % zoom', viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
];

/** What exceeds its budget (one request, no shift, readable everywhere), one line each. */
export function exceeded({ path, requests, shift, unreadable }: PageLayout): string[] {
  const problems = unreadable.map((problem) => `${path}: ${problem}`);
  if (requests.length !== 1) problems.push(`${path}: ${requests.length} requests: ${requests.join(' ')}`);
  if (shift > 0) problems.push(`${path}: the layout shifts by ${shift}`);
  return problems;
}

const QUIET_MILLISECONDS = 300;

/** Measures pages one after another. @param origin Where the built site is served. */
export async function measureLayouts(
  executablePath: string,
  origin: string,
  paths: readonly string[],
): Promise<readonly PageLayout[]> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const layouts: PageLayout[] = [];
    for (const path of paths) layouts.push(await measure(browser, origin, path));
    return layouts;
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, origin: string, path: string): Promise<PageLayout> {
  const seen = await Promise.all(views.map((view) => look(browser, `${origin}${path}`, view)));
  return {
    path,
    requests: seen[0]?.requests ?? [],
    shift: Math.max(...seen.map((view) => view.shift)),
    unreadable: seen.flatMap(({ name, obstacles }) => obstacles.map((obstacle) => `${name}: ${obstacle}`)),
  };
}

async function look(browser: Browser, url: string, { name, ...options }: (typeof views)[number]) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(QUIET_MILLISECONDS);
  const shift = await page.evaluate(cumulativeShift);
  const obstacles = await page.evaluate(findObstacles);
  await context.close();
  return { name, requests, shift, obstacles };
}

/** Runs in the page. */
function cumulativeShift(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const shifts = list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[];
      resolve(shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, { value }) => sum + value, 0));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 50);
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
