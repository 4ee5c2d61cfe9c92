/** The one collection: `content/<locale>/<topic>/<article>.mdx`, each known by its path, letter case kept. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { articleSchema } from './lib/article-schema';
import { enabledLocales } from './shared/locales';

const articles = defineCollection({
  loader: glob({
    base: './content',
    pattern: enabledLocales.map(({ code }) => `${code}/*/*.mdx`),
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: articleSchema,
});

export const collections = { articles };
