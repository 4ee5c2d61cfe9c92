/** The one collection: `content/<locale>/<topic>/<article>.mdx`, each known by its path, letter case kept. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { articleSchema } from './lib/article-schema';

const articles = defineCollection({
  loader: glob({
    base: './content',
    pattern: '*/*/*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: articleSchema,
});

export const collections = { articles };
