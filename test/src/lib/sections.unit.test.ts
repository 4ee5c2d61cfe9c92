import { describe, expect, test } from 'vitest';
import { extractOutline, extractParts } from '../../../src/lib/sections';

const outlineOf = (body: string) => extractOutline({ id: 'en/topic/article', body });

const nested = `Before <Brand />.

<Section id="outer" title="Outer">
Outer words.

<Question id="inner" title="Inner of {brand}?">
Inner *words*.
</Question>

After the question.
</Section>

At the end.
`;

describe('the sections of an article', () => {
  test('come in the order of the page, the nested one after the one that holds it', () => {
    const { sections } = outlineOf(nested);
    expect(sections.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      ['outer', 'section', 'Outer'],
      ['inner', 'question', 'Inner of {brand}?'],
    ]);
  });

  test('hold their own words only, not those of a nested section', () => {
    const { intro, sections } = outlineOf(nested);
    expect(intro.text).toBe('Before .\nAt the end.');
    expect(sections.map(({ text }) => text)).toEqual(['Outer words.\nAfter the question.', 'Inner words.']);
  });

  test('hold every letter of the source exactly once', () => {
    const { intro, sections } = outlineOf(nested);
    const letters = [intro.source, ...sections.map(({ source }) => source)].join('').replace(/\s/g, '').length;
    expect(letters).toBe(nested.replace(/\s/g, '').length);
  });

  test('are found in text of any script, letters beyond 16 bits included', () => {
    const { sections } = outlineOf('絵文字😀です。\n\n<Question id="q" title="質問">\n答え。\n</Question>');
    expect(sections[0]?.source).toBe('<Question id="q" title="質問">\n答え。\n</Question>');
  });

  test('are not taken from code that only shows a tag', () => {
    expect(outlineOf('Write `<Question id="x" title="y">`.').sections).toEqual([]);
  });

  test('ask for the words of components that have none inside', () => {
    const body =
      '<Section id="s" title="S">\nIt works for <Duration of="link" />, <Link to="reset">reset</Link>.\n</Section>';
    const { sections } = extractOutline({ id: 'en/a/b', body }, (name, { of }) => `[${name} ${of}]`);
    expect(sections[0]?.text).toBe('It works for [Duration link], reset.');
  });

  test('keep spaces that do not break, and no others twice', () => {
    const body = '<Section id="s" title="S">\nVraiment\u202F?  Oui\u00A0!\n</Section>';
    expect(outlineOf(body).sections[0]?.text).toBe('Vraiment\u202F? Oui\u00A0!');
  });

  test('give each step its own line, and a callout its title', () => {
    const body =
      '<Section id="s" title="S">\n<Steps>\n1. One\n2. Two\n</Steps>\n<Callout type="tip" title="Tip">Words</Callout>\n</Section>';
    expect(outlineOf(body).sections[0]?.text).toBe('One\nTwo\nTip\nWords');
  });
});

describe('an article is refused, by name,', () => {
  test.each([
    ['when a section has no id', '<Section title="T">x</Section>'],
    ['when an id has capital letters', '<Section id="How" title="T">x</Section>'],
    ['when an id belongs to the page', '<Section id="main" title="T">x</Section>'],
    ['when a section has no title', '<Section id="how">x</Section>'],
    [
      'when two sections have one id',
      '<Section id="a" title="T">x</Section>\n\n<Question id="a" title="U">y</Question>',
    ],
    ['when it has a Markdown heading', '## Heading'],
    ['when it is no MDX', '<Section id="a" title="T">x'],
  ])('%s', (_, body) => {
    expect(() => outlineOf(body)).toThrow(/^content\/en\/topic\/article\.mdx: /);
  });
});

describe('the parts of an article', () => {
  test('tell steps from points, and name what is bold, and what is code', () => {
    const body = '1. **One**\n\n- {two}\n\nexport const three = 3\n';
    const parts = extractParts({ id: 'en/a/b', body });
    expect(parts.map(({ name, attributes }) => [name, attributes.source])).toEqual([
      ['ol', undefined],
      ['li', undefined],
      ['strong', undefined],
      ['ul', undefined],
      ['li', undefined],
      ['expression', 'two'],
      ['expression', 'export const three = 3'],
    ]);
  });

  test('are its components, lists and links, each with its section', () => {
    const body =
      'See [docs](https://a.example/) and <Brand />.\n\n<Question id="q" title="Q">\n<Steps>\n1. <Link to="reset">Go</Link>\n</Steps>\n</Question>';
    expect(extractParts({ id: 'en/a/b', body }).map(({ name, sectionId }) => [name, sectionId])).toEqual([
      ['a', 'intro'],
      ['Brand', 'intro'],
      ['Question', 'q'],
      ['Steps', 'q'],
      ['ol', 'q'],
      ['li', 'q'],
      ['Link', 'q'],
    ]);
  });
});
