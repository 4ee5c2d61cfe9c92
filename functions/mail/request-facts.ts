/** What every e-mail about a request says of it at its foot. */
import type { Translate } from '../../src/shared/catalog';
import { momentInWords } from '../../src/shared/moments';
import type { ResetMail } from '../recovery/ports';
import { whereaboutsFacts } from './whereabouts-facts';

/** One line each: when it came, and from where, as far as that is known. */
export function requestFacts(
  t: Translate,
  { locale, requestedAt, whereabouts }: Pick<ResetMail, 'locale' | 'requestedAt' | 'whereabouts'>,
): readonly string[] {
  return [
    t('mail.reset-time', { time: momentInWords(locale, requestedAt) }),
    ...whereaboutsFacts(t, locale, whereabouts),
  ];
}
