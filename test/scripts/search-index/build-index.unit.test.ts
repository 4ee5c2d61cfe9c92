/** The whole way: articles, Pagefind, the files, and what a visitor's query finds in them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltIndex, buildIndex, cutParts } from '../../../scripts/search-index/build-index';
import type { ArticleText, SearchManifest } from '../../../src/search/index-format';
import { openIndex, type Result } from '../../../src/search/search-index';
import { articles } from './fixtures';

let built: BuiltIndex;
beforeAll(async () => {
  built = await buildIndex(articles);
}, 30_000);

const readFile = <File>(url: string): File => JSON.parse(built.files.get(url) ?? 'null') as File;
const manifestOf = (locale: string) => readFile<SearchManifest>(`/_search/${locale}/index.json`);

async function find(locale: string, query: string): Promise<readonly Result[]> {
  const index = openIndex(manifestOf(locale), async (url) => readFile(url));
  return index.read(await index.find(query));
}

const pathsOf = async (locale: string, query: string) => (await find(locale, query)).map(({ path }) => path);
const reset = 'logging-in/reset/';

describe('a query in English', () => {
  it.each([
    ['password', `${reset}#choose`, 'a word of a heading'],
    ['passw', `${reset}#choose`, 'a begun word'],
    ['pasword', `${reset}#choose`, 'a mistyped word'],
    ['unlock', reset, 'a keyword that the page does not show'],
    ['company', `${reset}#choose`, 'the singular of a plural'],
    ['expired link', `${reset}#link`, 'words in another order'],
    ['EXPIRE', `${reset}#link`, 'another form'],
    ['60 minutes', `${reset}#link`, 'words that a component shows'],
    ['acme', reset, 'the brand'],
    ['e-mail', `${reset}#link`, 'a word with a hyphen'],
    ['email', `${reset}#link`, 'a word without its hyphen'],
    ['wrong code', 'logging-in/code/#wrong-code', 'a question'],
    ['resend', 'logging-in/code/#wrong-code', 'a word that merely begins like another'],
    ['verification', 'logging-in/code/', 'another keyword'],
  ])('%s leads to %s (%s)', async (query, path) => {
    expect((await pathsOf('en', query))[0]).toBe(path);
  });

  it('finds nothing for words of no article', async () => {
    expect(await pathsOf('en', 'xylophone')).toEqual([]);
  });

  it('shows the words of the page, not its source', async () => {
    const [hit] = await find('en', 'companies');
    expect(hit?.article).toBe('Reset your Acme password');
    expect(hit?.excerpt.map(({ text }) => text).join('')).toBe(
      'Take 15 characters or more. Companies & people never ask for it.',
    );
  });
});

describe('keywords', () => {
  it('count more than plain text', async () => {
    const paths = await pathsOf('en', 'forgot password');
    expect(paths[0]).toMatch(/^logging-in\/reset\//);
  });

  it('are not shown', () => {
    const texts = [...built.files].filter(([url]) => url.includes('articles-')).map(([, text]) => text);
    expect(texts.some((text) => text.includes('unlock'))).toBe(false);
  });
});

describe('a query in Spanish', () => {
  it.each([
    ['contrasena', reset],
    ['contraseñas', reset],
    ['codigo', `${reset}#link`],
    ['caducado', `${reset}#link`],
    ['CÓDIGO', `${reset}#link`],
  ])('%s finds the article, with or without accents', async (query, path) => {
    expect(await pathsOf('es', query)).toEqual([path]);
  });
});

describe('a query in Arabic', () => {
  it.each([
    ['كلمه المرور', reset],
    ['كلمة مرور', reset],
    ['اعادة تعيين', reset],
    ['حساب', `${reset}#link`],
    ['الحساب', `${reset}#link`],
    ['حسابي', `${reset}#link`],
    ['رابط', `${reset}#link`],
    ['محظور', `${reset}#link`],
  ])('%s finds the article, with or without hamza, article and endings', async (query, path) => {
    expect(await pathsOf('ar', query)).toEqual([path]);
  });
});

describe('a query in Japanese', () => {
  it.each([
    ['パスワード', reset],
    ['ぱすわーど', reset],
    ['パスワ', reset],
    ['再設定', reset],
    ['パスワードを忘れた', reset],
    ['ログインできない', `${reset}#link`],
    ['メール', `${reset}#link`],
  ])('%s finds the article, without spaces', async (query, path) => {
    expect(await pathsOf('ja', query)).toEqual([path]);
  });
});

describe('the files', () => {
  it('keep the languages apart', async () => {
    expect(await pathsOf('es', 'password')).toEqual([]);
    expect(manifestOf('es').sections).toEqual([2]);
    expect(manifestOf('en').sections).toEqual([2, 3]);
  });

  it('say which languages lack articles, and whom to ask', () => {
    expect(manifestOf('en')).toMatchObject({ complete: true, fallbacks: [], home: '/en/' });
    expect(manifestOf('es')).toMatchObject({
      complete: false,
      fallbacks: ['/_search/en/'],
      label: 'Español',
      dir: 'ltr',
    });
    expect(manifestOf('ar')).toMatchObject({ lang: 'ar', dir: 'rtl' });
  });

  it('are the same for the same articles, in whatever order', async () => {
    const again = await buildIndex(articles.toReversed());
    expect([...again.files].sort()).toEqual([...built.files].sort());
  });

  it('hold all that the manifest names', () => {
    const { folder, articlesPerFile } = manifestOf('en');
    expect(articlesPerFile).toBe(1);
    expect(readFile<ArticleText[]>(`${folder}articles-1.json`)[0]?.path).toBe(reset);
  });
});

describe('a language with many words', () => {
  const words = Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`word${index + 10_000}`, '3A1D10S']));

  it('is cut into parts of about the same size, in order', () => {
    const parts = cutParts(words);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.flatMap((part) => Object.keys(part))).toEqual(Object.keys(words));
    for (const part of parts.slice(0, -1)) expect(JSON.stringify(part).length / 24_000).toBeCloseTo(1, 1);
  });
});
