/** Offers the reader a page's translation into their language, in that language, until they say no. Runs when it is loaded. */
import { DECLINED_OFFER_PREFIX, readChoice } from '../shared/language-choice';
import { writingOf } from './language-writing';

/** The language menu's links to what is translated, and to this page. */
const links = [
  ...document.querySelectorAll<HTMLAnchorElement>('.languages a:is(:not([data-missing]), [aria-current])'),
];
/** Under this name a "no" is remembered: for pages in this language, whatever else the reader meets. */
const declined = `${DECLINED_OFFER_PREFIX}${document.documentElement.lang}`;

/** The language chosen before, else the first of the browser's that the page is translated into. */
function findWanted(): HTMLAnchorElement | undefined {
  const choice = readChoice(document.cookie);
  return links.find((link) => segmentOf(link) === choice) ?? navigator.languages.map(findLink).find(Boolean);
}

function findLink(tag: string): HTMLAnchorElement | undefined {
  const exact = links.find(({ hreflang }) => hreflang === tag);
  return exact ?? links.find(({ hreflang }) => writingOf(hreflang) === writingOf(tag));
}

function segmentOf(link: HTMLAnchorElement): string | undefined {
  return link.pathname.split('/')[1];
}

async function offer(wanted: HTMLAnchorElement): Promise<void> {
  const response = await fetch(`/${segmentOf(wanted)}/offer.json`);
  const { text, decline } = (await response.json()) as { text: string; decline: string };
  const bar = document.createElement('aside');
  const link = wanted.cloneNode() as HTMLAnchorElement;
  const button = document.createElement('button');
  bar.className = 'languages offer';
  bar.lang = wanted.lang;
  bar.dir = wanted.dir;
  link.textContent = text;
  button.textContent = decline;
  button.onclick = () => {
    bar.remove();
    localStorage.setItem(declined, 'yes');
  };
  bar.appendChild(link);
  bar.appendChild(button);
  document.querySelector('.skip')?.insertAdjacentElement('afterend', bar);
}

const wanted = findWanted();
if (wanted && !wanted.ariaCurrent && !localStorage.getItem(declined)) void offer(wanted);
