import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../../../scripts/local/project-copy';
import { edit } from '../../harness/edit';
import { keepFewLanguages } from '../../harness/few-languages';

const key = 'logging-in/locked-out';
let copy: ProjectCopy;

/** One article is missing in Japanese, and changed in English since it was translated; the operator has a name. */
beforeAll(() => {
  copy = copyProject();
  rmSync(join(copy.folder, `content/ja/${key}.mdx`));
  keepFewLanguages(copy.folder);
  edit(join(copy.folder, 'src/shared/site.ts'), (source) => source.replace("company: ''", "company: 'Example Ltd'"));
  const english = join(copy.folder, `content/en/${key}.mdx`);
  appendFileSync(english, '\nOne more thing.\n');
  execFileSync('astro', ['build'], {
    cwd: copy.folder,
    stdio: 'pipe',
    env: { ...process.env, SITE_ORIGIN: 'https://help.example' },
  });
});
afterAll(() => copy[Symbol.dispose]());

function read(file: string): string {
  return readFileSync(join(copy.folder, 'dist/client', file), 'utf8');
}

const articleIn = (locale: string) => read(`${locale}/${key}/index.html`);

describe('an article that is missing in a language', () => {
  test('is shown in English, as English, within a page of that language', () => {
    expect(articleIn('ja')).toMatch(/<html lang="ja" dir="ltr"/);
    expect(articleIn('ja')).toMatch(/<article lang="en" dir="ltr"/);
    expect(articleIn('ja')).toContain('One more thing.');
  });

  test('says why, in the language of the reader', () => {
    expect(articleIn('ja')).toMatch(/<p class="notice" lang="ja" dir="ltr">この記事はまだ翻訳されていません。英語/);
  });

  test('leaves search engines to the original', () => {
    expect(articleIn('ja')).toMatch(/<link rel="canonical" href="[^"]+\/en\/logging-in\/locked-out\/">/);
    expect(articleIn('ja')).toContain('<meta name="robots" content="noindex">');
    expect(articleIn('ja')).not.toContain('rel="alternate"');
    expect(articleIn('ja')).not.toContain('ld+json');
  });

  test('is no translation for the other languages', () => {
    expect(articleIn('en')).toContain('hreflang="ar" href="http');
    expect(articleIn('en')).not.toContain('hreflang="ja" href="http');
  });

  test('is said to be shown in English where languages are chosen, in its language', () => {
    expect(articleIn('es')).toMatch(/hreflang="ja" data-missing[^>]*>日本語 <small>英語で表示<\/small>/);
  });

  test('stands in no sitemap', () => {
    expect(read('ja/sitemap-1.xml')).not.toContain('/ja/logging-in/locked-out/');
    expect(read('en/sitemap-1.xml')).not.toContain('/ja/logging-in/locked-out/');
    expect(read('es/sitemap-1.xml')).toContain('<loc>https://help.example/es/logging-in/locked-out/</loc>');
  });
});

describe('an article that changed in English since it was translated', () => {
  test('says so to its reader, and leads to the English one', () => {
    expect(articleIn('ar')).toMatch(
      /<p class="notice" lang="ar" dir="rtl">[\s\S]{0,200}href="\/en\/logging-in\/locked-out\/"/,
    );
    expect(articleIn('en')).not.toContain('class="notice"');
  });

  test('is said to be out of date where languages are chosen', () => {
    expect(articleIn('en')).toMatch(/hreflang="es"[^>]*>Español <small>sin actualizar<\/small>/);
  });

  test('is its own canonical page all the same', () => {
    expect(articleIn('ar')).toMatch(/<link rel="canonical" href="[^"]+\/ar\/logging-in\/locked-out\/">/);
    expect(articleIn('ar')).not.toContain('noindex');
  });
});

describe('a legal page', () => {
  const noticeIn = (locale: string) => read(`${locale}/privacy-and-rules/legal-notice/index.html`);

  test('states what the operator has stated, and what is still missing', () => {
    expect(noticeIn('es')).toContain('<li>Empresa: Example Ltd</li>');
    expect(noticeIn('es')).toContain('<li>Registro: <mark>[pendiente');
  });

  test('is no sample any more once the operator has a name', () => {
    expect(noticeIn('en')).not.toContain('src/shared/site.ts');
  });
});
