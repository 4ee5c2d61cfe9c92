/** Astro integration: says at the end of a build that its pages name an address which only this machine can open. */
import type { AstroIntegration } from 'astro';
import { isLoopbackOrigin } from '../src/shared/loopback-origin';

export default function localOrigin(origin: string): AstroIntegration {
  return {
    name: 'local-origin',
    hooks: {
      'astro:build:done': ({ logger }) => {
        const warning = warnOfLocalOrigin(origin);
        if (warning) logger.warn(warning);
      },
    },
  };
}

/** What to say of an origin, if anything. */
export function warnOfLocalOrigin(origin: string): string | undefined {
  if (!isLoopbackOrigin(origin)) return undefined;
  return `This build is for this machine alone: its canonical links, sitemaps and shared links name ${origin}.
Before you deploy, set SITE_ORIGIN in wrangler.toml under [vars] to the site's address, such as https://help.example.com, and build again.`;
}
