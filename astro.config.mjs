import cloudflare from '@astrojs/cloudflare';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

const origin = process.env.SITE_ORIGIN ?? 'http://localhost:8787';

export default defineConfig({
  site: origin,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  adapter: cloudflare({ prerenderEnvironment: 'node', imageService: 'passthrough' }),
  integrations: [mdx()],
  build: { format: 'directory', inlineStylesheets: 'always' },
  session: false,
  markdown: { syntaxHighlight: false },
  security: { csp: true, checkOrigin: false },
});
