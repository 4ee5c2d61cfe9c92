/** Digits are those in which the language's numbers are printed beside them. */
import { foldDigits } from '../../functions/recovery/digits';
import { numeralTag } from '../../src/shared/intl';
import type { Locale } from '../../src/shared/locales';

/** What is wrong with the digits of a text. A word that has Latin letters, such as "2FA", keeps its own. */
export function findDigitProblems(words: string, locale: Locale): readonly string[] {
  const numbers = new Intl.NumberFormat(numeralTag(locale), { useGrouping: false });
  const toOwn = (run: string) => foldDigits(run).replace(/\d/g, (digit) => numbers.format(Number(digit)));
  const tokens = words.split(/\s+/).filter((token) => !/[A-Za-z]/.test(token));
  const runs = new Set(tokens.flatMap((token) => token.match(/\p{Nd}+/gu) ?? []));
  const wrong = [...runs].filter((run) => run !== toOwn(run));
  return wrong.map((run) => `has the number ${run}: this language writes ${toOwn(run)}`);
}
