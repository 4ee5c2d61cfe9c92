/** No sentence was left in English. */
import { SOURCE_LOCALE } from '../../src/shared/locales';

/** A sentence of so few words may be the same by chance: a name, a number, "Cookies". */
const FEW_WORDS = 2;

/** The sentences of a text that stand in English, word for word. */
export function findEnglishSentences(text: string, english: string): readonly string[] {
  const known = new Set(sentencesOf(english));
  return [...new Set(sentencesOf(text))]
    .filter((sentence) => known.has(sentence) && (sentence.match(/\p{L}{2,}/gu)?.length ?? 0) > FEW_WORDS)
    .map((sentence) => `still says in English: "${sentence}"`);
}

const segmenter = new Intl.Segmenter(SOURCE_LOCALE, { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()));
}
