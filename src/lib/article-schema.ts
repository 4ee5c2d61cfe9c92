/** What an article's frontmatter must hold. Unknown names are errors, so that a misspelt one is found at once. */
import { z } from 'astro/zod';

const wideLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Width of a text in columns: a letter of Chinese, Japanese or Korean takes two, and says as much as two. */
function columnsOf(text: string): number {
  return [...text].length + (text.match(wideLetters)?.length ?? 0);
}

const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'must be one line');
const hash = z.string().regex(/^[0-9a-f]{8}$/, 'must be a section hash: 8 hexadecimal digits, in quotes');

/** A translation's own part of the frontmatter; `npm run translations -- --stamp` writes `source`. */
const translation = z.strictObject({
  /** `machine` until a person who knows the language has read it. */
  status: z.enum(['machine', 'reviewed']),
  /** For each section of the English article: the hash of the text that was translated. */
  source: z.record(z.string(), hash),
});

export const articleSchema = z.strictObject({
  title: line.max(120),
  /** Shown by search engines, and where the article is listed. */
  description: line.refine((text) => columnsOf(text) >= 60 && columnsOf(text) <= 160, {
    error: 'must have 60 to 160 characters (a Chinese, Japanese or Korean letter counts as two)',
  }),
  /** Words that people search for, misspellings included. */
  keywords: z.array(line).min(1),
  /** Day of the last change that a reader should know of. */
  updated: z.coerce.date(),
  /** Place within the topic, smallest first. */
  order: z.number().int(),
  /** Keys of articles that help next. */
  related: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be an article key: topic/article')),
  /** English only: changes too small to make translations stale, from a section's old hash to its new one. */
  minor: z.record(hash, hash).optional(),
  /** Every locale but English: how the translation was made, and from what. */
  translation: translation.optional(),
});

export type ArticleData = z.infer<typeof articleSchema>;
