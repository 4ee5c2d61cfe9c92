import cloudflare from '@astrojs/cloudflare';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { unstable_readConfig as readConfig } from 'wrangler';
import completeMessages from './scripts/complete-messages';
import enabledCatalogs from './scripts/enabled-catalogs';
import localOrigin from './scripts/local-origin';
import search from './scripts/search-index/integration';
import unaskedConsent from './scripts/unasked-consent';
import { brandStyle, styleHash } from './src/lib/brand-style';
import { policyDirectives, scriptSources } from './src/lib/content-policy';
import { site } from './src/shared/site';

// The Worker's own variable, so that pages and mails name one address; a local run brings its own.
const origin = process.env.SITE_ORIGIN ?? String(readConfig({ config: 'wrangler.toml' }).vars.SITE_ORIGIN);

export default defineConfig({
  site: origin,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  adapter: cloudflare({ prerenderEnvironment: 'node', imageService: 'passthrough' }),
  integrations: [mdx(), completeMessages(), search(), localOrigin(origin)],
  build: { format: 'directory', inlineStylesheets: 'always' },
  session: false,
  vite: {
    plugins: [enabledCatalogs(), unaskedConsent()],
    // Old phones: the first versions that know cascade layers. Media queries are then written as these read them.
    build: {
      cssTarget: ['chrome99', 'safari15.4', 'firefox97'],
      // Every article carries Astro's own directive, and the bundler would tell so for each.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    // The adapter's shim for `process` is the Worker's business: in a page it would be 61 bytes of every script.
    environments: { client: { build: { rolldownOptions: { output: { banner: '' } } } } },
  },
  markdown: { syntaxHighlight: false },
  security: {
    // The forms' own guard is functions/middleware/form-post.ts: it can say in the visitor's language what to do.
    checkOrigin: false,
    csp: {
      directives: [...policyDirectives(site.optional.measurement)],
      scriptDirective: { resources: scriptSources(site.optional.measurement) },
      // A page that the Worker renders has sent its headers before the layout could add this one.
      styleDirective: { hashes: [await styleHash(brandStyle(new URL(origin).origin))] },
    },
  },
});
