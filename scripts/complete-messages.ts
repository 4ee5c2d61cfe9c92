/** Astro integration: a language is complete, or nothing is built. */
import type { AstroIntegration } from 'astro';
import { checkMessages } from './check-translations';

export default function completeMessages(): AstroIntegration {
  return {
    name: 'complete-messages',
    hooks: {
      'astro:build:start': () => {
        const problems = checkMessages(process.cwd());
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    },
  };
}
