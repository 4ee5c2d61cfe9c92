/** A translation is about as long as English is: else something was left out, added, or stands there twice. */
import type { LocaleInfo } from '../../src/shared/locales';
import type { Passage } from './passages';

/** Shorter English texts vary so much that only what is out of all proportion is told. */
const SHORT = 60;
const LONG = 240;

/** How many characters say what a hundred of English say, in texts of this kind. */
const usual: Readonly<Record<string, number>> = {
  Arab: 82,
  Beng: 100,
  Cyrl: 105,
  Deva: 100,
  Ethi: 65,
  Grek: 112,
  Hans: 32,
  Hant: 32,
  Hebr: 78,
  Jpan: 52,
  Knda: 108,
  Kore: 52,
  Latn: 110,
  Thai: 98,
};

/** What is wrong with the length of a text beside the English one. Of a plural, the average form counts. */
export function findLengthProblems(
  { text, english, forms, englishForms }: Pick<Passage, 'text' | 'english' | 'forms' | 'englishForms'>,
  { script }: LocaleInfo,
): readonly string[] {
  const own = lengthOf(text) / forms;
  const source = lengthOf(english ?? '') / englishForms;
  const { least, most } = boundsOf(source, (source * (usual[script] ?? 100)) / 100);
  const of = `${Math.round(own)} characters for ${source} of English`;
  if (own > most) return [`is very long, ${of}: does it say something that English does not, or twice?`];
  if (own < least) return [`is very short, ${of}: is something missing?`];
  return [];
}

function boundsOf(source: number, expected: number): { least: number; most: number } {
  if (source < SHORT) return { least: 0, most: expected * 3 + 20 };
  const spread = source < LONG ? 2.4 : 1.8;
  return { least: expected / spread, most: expected * spread };
}

function lengthOf(text: string): number {
  return text.replace(/[\s\uFFFC]/g, '').length;
}
