/** Results as elements. Texts only ever become text nodes. */
import type { Answer, AnswerGroup } from './answer';
import type { Piece } from './excerpt';
import type { HelpLink } from './index-format';
import type { Result } from './search-index';

type Child = Node | string;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) created.setAttribute(attribute, value);
  created.replaceChildren(...children);
  return created;
}

/** The links of an answer, those of another language in a group of their own, which bears that language's name. */
export function answerLinks({ own, other }: Answer): readonly Child[] {
  const links = resultLinks(own, own);
  return other ? [...links, otherLanguage(own, other)] : links;
}

function otherLanguage(own: AnswerGroup, other: AnswerGroup): Node {
  const { lang, dir, label } = other.manifest;
  const name = element('span', { class: 'search-language', 'aria-hidden': 'true' }, label);
  return element('div', { role: 'group', 'aria-label': label, lang, dir }, name, ...resultLinks(other, own));
}

/** The reader stays in their own language's pages: those show the other language's text where theirs is missing. */
function resultLinks({ results }: AnswerGroup, { manifest }: AnswerGroup): readonly Node[] {
  return results.map(({ path, title, article, excerpt }: Result) => {
    const lines = [
      element('span', { class: 'search-title' }, ...markedText(title)),
      ...(article === undefined ? [] : [element('span', { class: 'search-article' }, article)]),
      element('span', { class: 'search-excerpt' }, ...markedText(excerpt)),
    ];
    return element('a', { href: manifest.home + path }, ...lines);
  });
}

export function helpLinks(help: readonly HelpLink[]): readonly Node[] {
  return help.map(({ url, title }) => element('a', { href: url }, element('span', { class: 'search-title' }, title)));
}

function markedText(pieces: readonly Piece[]): readonly Child[] {
  return pieces.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
}
