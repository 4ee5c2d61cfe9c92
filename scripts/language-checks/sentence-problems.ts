/** No sentence was left in English, wherever English has it. */
import { SOURCE_LOCALE } from '../../src/shared/locales';
import { GAP } from './passages';

/** A sentence of so few words may be the same by chance: a name, a number, "Cookies". */
const FEW_WORDS = 2;

/** The sentences of English texts, as `findEnglishSentences` compares them. */
export function englishSentences(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(sentencesOf).map(foldSentence));
}

/** The sentences of a text that stand in English, but for capitals, names, and the mark at their end. */
export function findEnglishSentences(text: string, english: ReadonlySet<string>): readonly string[] {
  return [...new Set(sentencesOf(text))]
    .filter((sentence) => {
      const folded = foldSentence(sentence);
      return english.has(folded) && (folded.match(/\p{L}{2,}/gu)?.length ?? 0) > FEW_WORDS;
    })
    .map((sentence) => `still says in English: "${sentence}"`);
}

const segmenter = new Intl.Segmenter(SOURCE_LOCALE, { granularity: 'sentence' });

function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()));
}

/** Titles, messages and running text end a sentence in different ways, and name the brand in different ways. */
function foldSentence(sentence: string): string {
  return sentence
    .replace(/\{\w+\}/g, GAP)
    .replace(/\s+/g, ' ')
    .replace(/[\s.:!?…]+$/, '')
    .toLowerCase();
}
