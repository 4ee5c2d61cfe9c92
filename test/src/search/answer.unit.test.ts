import { describe, expect, it } from 'vitest';
import { type Answer, createSearch } from '../../../src/search/answer';
import type { ArticleText, SearchManifest, WordTable } from '../../../src/search/index-format';
import { writePostings } from '../../../src/search/postings';

/** Postings: section, weight, section, weight, … */
const at = (...numbers: number[]) =>
  writePostings(
    Array.from({ length: numbers.length / 2 }, (_, index) => ({
      section: numbers[2 * index] ?? 0,
      weight: numbers[2 * index + 1] ?? 0,
    })),
  );

interface Language {
  readonly lang: string;
  readonly words: WordTable;
  readonly articles: readonly ArticleText[];
  readonly fallbacks?: readonly string[];
  readonly complete?: boolean;
}

const article = (name: string): ArticleText => ({
  path: `logging-in/${name}/`,
  title: name,
  sections: [
    ['', '', `about ${name}`],
    ['why', 'Why', `why ${name}`],
  ],
});

/** A server of index files that counts what is asked of it. */
function serve(languages: readonly Language[]) {
  const asked: string[] = [];
  const broken = new Set<string>();
  const files = new Map<string, unknown>();
  for (const { lang, words, articles, fallbacks = [], complete = true } of languages) {
    const folder = `/_search/${lang}/1/`;
    const manifest: Partial<SearchManifest> = {
      lang,
      fallbacks,
      complete,
      words,
      folder,
      parts: [],
      articlesPerFile: 1,
    };
    files.set(`/_search/${lang}/index.json`, {
      ...manifest,
      sections: articles.map(({ sections }) => sections.length),
    });
    for (const [number, text] of articles.entries()) files.set(`${folder}articles-${number}.json`, [text]);
  }
  const readJson = async (url: string): Promise<unknown> => {
    asked.push(url);
    if (broken.has(url) || !files.has(url)) throw new Error(`no ${url}`);
    return files.get(url);
  };
  return { asked, broken, search: createSearch(`/_search/${languages[0]?.lang}/`, readJson) };
}

async function allAnswers(answers: AsyncGenerator<Answer>): Promise<Answer[]> {
  const collected: Answer[] = [];
  for await (const answer of answers) collected.push(answer);
  return collected;
}

const english: Language = {
  lang: 'en',
  words: { reset: at(0, 9, 3, 5), hack: at(4, 9) },
  articles: [article('reset'), article('code'), article('hacked')],
};
const spanish: Language = {
  lang: 'es',
  words: { restablecer: at(0, 9), reset: at(0, 9) },
  articles: [article('reset')],
  fallbacks: ['/_search/en/'],
  complete: false,
};
const catalan: Language = {
  ...spanish,
  lang: 'ca',
  words: {},
  articles: [],
  fallbacks: ['/_search/es/', '/_search/en/'],
};

const paths = (answer: Answer | undefined, group: 'own' | 'other') => answer?.[group]?.results.map(({ path }) => path);

describe('an answer', () => {
  it('comes from the reader’s own language, and asks for no more than it shows', async () => {
    const { search, asked } = serve([{ ...english, words: { reset: at(0, 9, 2, 5, 4, 4) } }]);
    const answers = await allAnswers(search.answer('reset', 1));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.own.total).toBe(3);
    expect(paths(answers[0], 'own')).toEqual(['logging-in/reset/']);
    expect(asked).toEqual(['/_search/en/index.json', '/_search/en/1/articles-0.json']);
  });

  it('leads to the section that answers', async () => {
    const { search } = serve([english]);
    const [answer] = await allAnswers(search.answer('reset', 5));
    expect(paths(answer, 'own')).toEqual(['logging-in/reset/', 'logging-in/code/#why']);
    expect(answer?.own.results[1]).toMatchObject({ article: 'code', title: [{ text: 'Why', marked: false }] });
  });

  it('adds the nearest language where the reader’s own knows little', async () => {
    const { search } = serve([spanish, english]);
    const [first, second] = await allAnswers(search.answer('reset', 5));
    expect(first?.other).toBeUndefined();
    expect(paths(second, 'own')).toEqual(['logging-in/reset/']);
    expect(second?.other?.manifest.lang).toBe('en');
  });

  it('does not repeat in another language what it has found already', async () => {
    const { search } = serve([spanish, english]);
    const answers = await allAnswers(search.answer('reset', 5));
    expect(paths(answers[1], 'other')).toEqual(['logging-in/code/#why']);
    expect(answers[1]?.other?.total).toBe(1);
  });

  it('asks no other language when the own one is complete and has found something', async () => {
    const { search, asked } = serve([{ ...spanish, complete: true }, english]);
    expect(await allAnswers(search.answer('reset', 5))).toHaveLength(1);
    expect(asked.some((url) => url.includes('/en/'))).toBe(false);
  });

  it('goes down the fallback chain until a language knows something', async () => {
    const { search } = serve([catalan, spanish, english]);
    const spanishHelp = await allAnswers(search.answer('restablecer', 5));
    expect(spanishHelp.at(-1)?.other?.manifest.lang).toBe('es');
    const englishHelp = await allAnswers(search.answer('hacked', 5));
    expect(englishHelp.at(-1)?.other?.manifest.lang).toBe('en');
  });

  it('says nothing of having found nothing while another language may help', async () => {
    const { search } = serve([catalan, spanish, english]);
    const answers = await allAnswers(search.answer('hacked', 5));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.other?.total).toBe(1);
  });

  it('is empty when no language knows anything', async () => {
    const { search } = serve([catalan, spanish, english]);
    const answers = await allAnswers(search.answer('xylophone', 5));
    expect(answers).toHaveLength(1);
    expect(answers[0]?.own.total).toBe(0);
  });

  it('reads each file once', async () => {
    const { search, asked } = serve([english]);
    await search.prepare();
    await allAnswers(search.answer('reset', 5));
    await allAnswers(search.answer('reset', 5));
    expect(new Set(asked).size).toBe(asked.length);
  });
});

describe('a network that does not answer', () => {
  it('is asked once more', async () => {
    const { search, broken, asked } = serve([english]);
    broken.add('/_search/en/1/articles-0.json');
    await expect(allAnswers(search.answer('reset', 5))).rejects.toThrow('articles-0');
    expect(asked.filter((url) => url.endsWith('index.json'))).toHaveLength(2);
  });

  it('is asked again with the next query', async () => {
    const { search, broken } = serve([english]);
    broken.add('/_search/en/index.json');
    await search.prepare();
    await expect(allAnswers(search.answer('reset', 5))).rejects.toThrow('index.json');
    broken.clear();
    expect(await allAnswers(search.answer('reset', 5))).toHaveLength(1);
    expect(search.manifest?.lang).toBe('en');
  });
});
