import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const articles = defineCollection({
  loader: glob({ base: './content', pattern: '*/*/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  schema: z.strictObject({
    title: z.string(), description: z.string(), keywords: z.array(z.string()), updated: z.coerce.date(), order: z.number(), related: z.array(z.string()),
  }),
});
export const collections = { articles };
