import { expect, test, vi } from 'vitest';
import { type BuiltPage, parseElements } from '../../scripts/built-pages';
import { findBrokenLinks } from '../../scripts/check-links';

const origin = 'https://help.example';

function page(path: string, html: string): BuiltPage {
  return { path, html: Buffer.from(html), elements: parseElements(html) };
}

/** Checks one page beside a sound one, `/en/other/`, which holds the id `there`. @param status What the Worker answers. */
function check(html: string, status = 404) {
  const pages = [page('/en/', html), page('/en/other/', '<p id="there">')];
  return findBrokenLinks(pages, origin, async () => status);
}

test.each([
  ['a page', '<a href="/en/other/">'],
  ['a page by its whole URL', `<a href="${origin}/en/other/">`],
  ['a place in a page', '<a href="/en/other/#there">'],
  ['a place in the same page', '<a href="#here"><p id="here">'],
  ['another site', '<a href="https://example.com/x">'],
  ['a mail address', '<a href="mailto:a@example.com">'],
])('a link to %s is sound', async (_, html) => expect(await check(html)).toEqual([]));

test.each([
  ['a page that is not there', '<a href="/en/gone/">', '<a> /en/gone/ is answered with 404'],
  ['a page without its slash', '<a href="/en/other">', '<a> /en/other is answered with 404'],
  ['an id that is not there', '<a href="/en/other/#gone">', '<a> /en/other/#gone names no id of that page'],
  ['an id that this page lacks', '<a href="#gone">', '<a> #gone names no id of that page'],
  ['no URL', '<a href="http://">', '<a> http:// is not a URL'],
  ['a file that is not there', '<img src="/gone.png" alt="">', '<img> /gone.png is answered with 404'],
  ['one of several files', '<img srcset="/gone.png 1x" alt="">', '<img> /gone.png is answered with 404'],
  ['a picture in metadata', `<meta content="${origin}/gone.png">`, `<meta> ${origin}/gone.png is answered with 404`],
  ['a form that nothing answers', '<form action="/gone/" method="post">', '<form> /gone/ is answered with 404'],
])('a reference to %s is told', async (_, html, problem) => {
  expect(await check(html)).toEqual([`/en/: ${problem}`]);
});

test('a fault of the Worker is told', async () => {
  expect(await check('<a href="/en/account/reset/">', 500)).toEqual([
    '/en/: <a> /en/account/reset/ is answered with 500',
  ]);
});

test('what the Worker refuses to strangers is there all the same', async () => {
  expect(await check('<form action="/en/account/reset/" method="post">', 403)).toEqual([]);
});

test('the Worker is asked once for each path, with the method of the form', async () => {
  const ask = vi.fn(async () => 200);
  const html = '<a href="/en/x/"><a href="/en/x/#y"><form action="/en/x/" method="post">';
  await findBrokenLinks([page('/en/', html)], origin, ask);
  expect(ask.mock.calls).toEqual([
    ['GET', '/en/x/'],
    ['POST', '/en/x/'],
  ]);
});

test.each([
  ['<p id="a"><p id="a">', 'id "a" stands twice'],
  ['<label for="a">', '<label for> names the missing id "a"'],
  ['<input id="a" aria-describedby="a b">', '<input aria-describedby> names the missing id "b"'],
])('wrong ids are told: %s', async (html, problem) => expect(await check(html)).toEqual([`/en/: ${problem}`]));
