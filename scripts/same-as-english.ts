/** Messages that are rightly the same words in English: for each, the locales, and why. Anything else that equals English was forgotten. */

import type { Locale } from '../src/shared/locales';
import type { MessageKey } from '../src/shared/messages';

interface Exception {
  readonly locales: readonly Locale[];
  readonly reason: string;
}

export const sameAsEnglish: Partial<Record<MessageKey, Exception>> = {
  'form.error-prefix': { locales: ['es'], reason: '"Error" is the Spanish word too.' },
  'form.title-error-prefix': { locales: ['es'], reason: '"Error" is the Spanish word too.' },
  'feedback.no': { locales: ['es'], reason: 'Spanish has the same word.' },
  'stored.cookie': { locales: ['es', 'ja', 'de', 'fr', 'pt'], reason: 'They use the English word.' },
  'legal.cookies': { locales: ['es', 'de', 'fr', 'pt'], reason: 'They use the English word.' },
  'footer.support': { locales: ['de'], reason: 'German has taken over the English word.' },
  'code.label': { locales: ['de', 'fr'], reason: 'German and French have the same word.' },
  'callout.danger': { locales: ['fr'], reason: 'French has the same word.' },
  'duration.minutes': { locales: ['fr'], reason: 'French has the same word.' },
  'topic.articles': { locales: ['fr'], reason: 'French has the same word.' },
  'topic.support': { locales: ['fr'], reason: 'French has the same word.' },
};
