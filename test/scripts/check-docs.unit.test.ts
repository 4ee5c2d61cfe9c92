import { describe, expect, test } from 'vitest';
import { findFalseClaims, type Repository } from '../../scripts/check-docs';

const files = ['README.md', 'package.json', 'src', 'src/pages', 'docs', 'docs/operating.md', 'LICENSE'];
const repository: Repository = {
  scripts: ['start', 'test', 'bench'],
  scriptSource: (name) => (name === 'bench' ? "options: { budgets: { type: 'boolean' } }" : undefined),
  has: (path) => files.some((file) => new RegExp(`^${path.replaceAll('*', '[^/]+')}$`).test(file)),
  rootNames: ['README.md', 'package.json', 'src', 'docs', 'LICENSE'],
};
const operating = { file: 'docs/operating.md', text: '# Set it up\n\n## When mail fails: first aid\n' };

function claims(text: string) {
  return findFalseClaims([{ file: 'docs/operating.md', text }], repository);
}

describe('what a document claims', () => {
  test.each([
    '`npm run bench -- --budgets`',
    'Run `npm start`, then `npm test`.',
    '`src/pages` and `docs/<name>.md`',
    '`dist/mails` is made by a build',
    'a `word/with-a-slash` that is no path of ours',
    '[home](../README.md) and [elsewhere](https://example.com/#x)',
    '[below](#when-mail-fails-first-aid)\n\n## When mail fails: first aid',
    '```\nnothing in a fence is a link: [x](gone.md), nor a path: `src/gone`\n```',
  ])('is believed when it is so: %s', (text) => expect(claims(text)).toEqual([]));

  test.each([
    ['`npm run gone`', 'package.json has no script "gone"'],
    ['`npm run bench -- --gone`', 'npm run bench knows no --gone'],
    ['`src/gone.ts`', '`src/gone.ts` is not there'],
    ['`src/<gone>/x.ts`', '`src/<gone>/x.ts` is not there'],
    ['[gone](gone.md)', 'links to gone.md, which is not there'],
    ['![gone](pictures/gone.png)', 'links to pictures/gone.png, which is not there'],
    ['<img src="gone.png">', 'links to gone.png, which is not there'],
    ['[gone](#gone)', 'links to #gone: no such heading'],
  ])('is told when it is not: %s', (text, problem) => expect(claims(text)).toEqual([`docs/operating.md: ${problem}`]));

  test('may name a heading of another document', () => {
    const links = (target: string) =>
      findFalseClaims([operating, { file: 'docs/x.md', text: `[a](${target})` }], repository);
    expect(links('operating.md#set-it-up')).toEqual([]);
    expect(links('operating.md#gone')).toEqual(['docs/x.md: links to operating.md#gone: no such heading']);
  });
});

describe('the map of the tree in the README', () => {
  const mapped = (map: string) =>
    findFalseClaims([{ file: 'README.md', text: `\`\`\`tree\n${map}\`\`\`\n` }], repository);

  test('names what is there, folder by folder', () => {
    expect(mapped('src/             the site\n  pages/         its pages\ndocs/  words\n')).toEqual([]);
  });

  test('names nothing that is gone', () => {
    expect(mapped('src/  a\n  gone/  b\ndocs/  c\n')).toEqual(['README.md: the map names src/gone']);
  });

  test('leaves out no folder', () => {
    expect(mapped('src/  a\n')).toEqual(['README.md: the map leaves out docs/']);
  });

  test('is there', () => {
    const problems = findFalseClaims([{ file: 'README.md', text: '' }], repository);
    expect(problems).toEqual(['README.md: has no map of the tree (a fence marked "tree")']);
  });
});
