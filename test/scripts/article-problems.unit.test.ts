import { describe, expect, test } from 'vitest';
import { findArticleProblems } from '../../scripts/article-problems';
import type { ArticleEntry } from '../../src/lib/library';
import { hashSections } from '../../src/lib/section-hash';

const body = `Hello <Brand />.

<Question id="why" title="Why?">
<Steps>
1. Wait <Duration of="lock" />.
2. Open <Link to="reset">the form</Link>.
</Steps>
</Question>

<Section id="more" title="More">
<Callout type="tip" title="Tip">See [the docs](https://a.example/).</Callout>
</Section>
`;
const translated = body.replace('Hello', 'Hola').replace('Wait', 'Espera').replace('Why?', '¿Por qué?');
const data = { title: 'T', description: 'D', keywords: ['k'], updated: new Date(0), order: 1, related: ['a/b'] };
const keywords = ['una', 'dos', 'tres', 'cuatro'];
const english: ArticleEntry = { id: 'en/topic/one', data, body };

function problemsOf(text: string, changes: object = {}, source: ArticleEntry = english): readonly string[] {
  const translation = { status: 'machine' as const, source: hashSections(english) };
  return findArticleProblems(
    { id: 'es/topic/one', data: { ...data, keywords, translation, ...changes }, body: text },
    source,
  );
}

test('a translation that is built as the English article has no problem', () => {
  expect(problemsOf(translated)).toEqual([]);
});

test('bold that is not read as bold is told', () => {
  const source = { ...english, body: body.replace('Hello', '**First** write a name') };
  const translation = { status: 'machine' as const, source: hashSections(source) };
  const write = (words: string) => problemsOf(translated.replace('Hola', words), { translation }, source);
  expect(write('先に**［名前］**を書く **はい**、')).toEqual([
    'content/es/topic/one.mdx: section "intro" shows its "**": put letters, not punctuation, inside them',
  ]);
  expect(write('先に**名前**を書く')).toEqual([]);
});

test('within a sentence, the order is that of the language', () => {
  const source = { ...english, body: 'In <Duration of="lock" />, <Link to="reset">reset</Link>.' };
  const translation = { status: 'machine' as const, source: hashSections(source) };
  expect(problemsOf('<Link to="reset">Pon</Link> en <Duration of="lock" />.', { translation }, source)).toEqual([]);
});

describe('the placeholders of titles are those of English:', () => {
  const source = {
    ...english,
    data: { ...data, title: 'Of {brand}', description: '{count} of {brand}' },
    body: body.replace('"Why?"', '"Why {brand}?"').replace('"Tip"', '"Tip of {brand}"'),
  };
  const made = { status: 'machine' as const, source: hashSections(source) };
  const head = { title: '{brand}', description: '{brand}: {count}', translation: made };
  const text = source.body.replace('Hello', 'Hola');

  test('in any order', () => {
    expect(problemsOf(text, head, source)).toEqual([]);
  });

  test.each([
    ['in a title', { title: 'De nadie' }, text, '"title" has no placeholder, where English has {brand}'],
    [
      'in a description',
      { description: '{brand}: {número}' },
      text,
      '"description" has {brand} {número}, where English has {brand} {count}',
    ],
    [
      'in the title of a section',
      {},
      text.replace('Why {brand}', 'Why {Marke}'),
      'section "why" has <Question id="why" title {Marke}>, where English has <Question id="why" title {brand}>',
    ],
    [
      'in the title of a component',
      {},
      text.replace('Tip of {brand}', 'Tip'),
      'section "more" has <Callout type="tip" title>, where English has <Callout type="tip" title {brand}>',
    ],
  ])('%s', (_, changes, changed, problem) => {
    expect(problemsOf(changed, { ...head, ...changes }, source)).toEqual([`content/es/topic/one.mdx: ${problem}`]);
  });

  test('but not of a title that English has changed since', () => {
    const changed = { ...source, data: { ...source.data, title: 'New' } };
    expect(problemsOf(text, head, changed)).toEqual([]);
  });
});

describe('a translation fails', () => {
  test.each([
    [
      'without one of the sections',
      translated.replace(/<Section[\s\S]*<\/Section>/, ''),
      'has the sections why; it was stamped for why, more',
    ],
    [
      'with a section under another id',
      translated.replace('id="why"', 'id="porque"'),
      'has the sections porque, more;',
    ],
    [
      'with a section of another kind',
      translated.replaceAll('Question', 'Section'),
      'section "why" has <Section id="why" title>, where English has <Question',
    ],
    [
      'without a step',
      translated.replace(/2\. .*\n/, ''),
      'section "why" has <Duration of="lock">, where English has <li>',
    ],
    [
      'with a link to elsewhere',
      translated.replace('to="reset"', 'to="contact"'),
      'section "why" has <Link to="contact">, where English has <Link to="reset">',
    ],
    [
      'with another address',
      translated.replace('a.example', 'b.example'),
      'section "more" has <a href="https://b.example/">',
    ],
    [
      'without a component',
      translated.replace('<Brand />', 'Acme'),
      'section "intro" has nothing, where English has <Brand>',
    ],
    [
      'with another kind of callout',
      translated.replace('"tip"', '"danger"'),
      'section "more" has <Callout type="danger" title>',
    ],
    [
      'with points for steps',
      translated.replace('1. Espera', '- Espera').replace('2. Open', '- Open'),
      'section "why" has <ul>, where English has <ol>',
    ],
    [
      'with bold that English has not',
      translated.replace('Espera', '**Espera**'),
      'section "why" has <strong>, where English has nothing',
    ],
    [
      'with braces for a component',
      translated.replace('<Brand />', '{brand}'),
      'section "intro" has <expression source="brand">, where English has <Brand>',
    ],
    ['without a title', translated.replace(' title="Tip"', ''), 'section "more" has <Callout type="tip">'],
  ])('%s', (_, text, problem) => {
    const [first = ''] = problemsOf(text);
    expect(first).toContain(`content/es/topic/one.mdx: ${problem}`);
  });

  test('in another place, or with other related articles, than English', () => {
    expect(problemsOf(translated, { order: 2 })).toHaveLength(1);
    expect(problemsOf(translated, { related: [] })).toHaveLength(1);
  });

  test('with the keywords of English, and few of its own', () => {
    const few = (words: string[]) => problemsOf(translated, { keywords: words });
    expect(few(['k'])).toEqual([expect.stringContaining('"keywords" has 0 that English has not, of 4 at least')]);
    expect(few(['K', 'una', 'dos', 'tres', 'Tres'])).toEqual([expect.stringContaining('"keywords" has 3')]);
  });

  test('without keywords in the script of its language', () => {
    const greek = (words: string[]) => {
      const translation = { status: 'machine' as const, source: hashSections(english) };
      return findArticleProblems(
        { id: 'el/topic/one', data: { ...data, keywords: words, translation }, body: translated },
        english,
      );
    };
    expect(greek(['kodikos', 'mail', 'κωδικός', 'μέιλ'])).toEqual([
      'content/el/topic/one.mdx: "keywords" has 2 in the script of Greek, of 3 at least',
    ]);
    expect(greek(['kodikos', 'κωδικός', 'μέιλ', 'ξέχασα'])).toEqual([]);
  });
});

describe('a translation does not fail', () => {
  test('for a section that changed in English and waits for its translator', () => {
    const source = { ...english, body: body.replace('the form</Link>', 'the form</Link> of <Brand />') };
    expect(problemsOf(translated, {}, source)).toEqual([]);
  });

  test('for a section that English has got or lost since', () => {
    const longer = { ...english, body: `${body}\n<Section id="new" title="New">\nWords.\n</Section>` };
    const shorter = { ...english, body: body.replace(/<Section[\s\S]*<\/Section>/, '') };
    expect(problemsOf(translated, {}, longer)).toEqual([]);
    expect(problemsOf(translated, {}, shorter)).toEqual([]);
  });

  test('and still does in the other sections', () => {
    const source = { ...english, body: body.replace('Hello', 'Good day') };
    expect(problemsOf(translated.replace('to="reset"', 'to="contact"'), {}, source)).toHaveLength(1);
  });
});
