/** Astro integration: a language is complete, or nothing is built. */
import type { AstroIntegration } from 'astro';
import { enabledLocales } from '../src/shared/locales';
import { checkMessages } from './check-translations';

export default function completeMessages(): AstroIntegration {
  return {
    name: 'complete-messages',
    hooks: {
      'astro:build:start': () => {
        const problems = enabledLocales.flatMap((info) => checkMessages(process.cwd(), info, 'messages'));
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    },
  };
}
