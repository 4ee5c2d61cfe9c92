/** What is wrong with the texts of a language, whatever they say: letters, digits, marks, lengths, and what is still English. */
import { type LocaleInfo, SOURCE_LOCALE } from '../../src/shared/locales';
import { loadChineseCheck } from './chinese-problems';
import { findDigitProblems } from './digit-problems';
import type { Guide } from './guide';
import { findLengthProblems } from './length-problems';
import { findLetterProblems, findMissingLetters } from './letter-problems';
import type { Passage } from './passages';
import { findPunctuationProblems } from './punctuation-problems';
import { findScriptProblems } from './script-problems';
import { findEnglishSentences } from './sentence-problems';
import { writtenWords } from './written-words';

/** One line for each problem. @param english Every sentence that English has, as `englishSentences` makes them. */
export async function findTextProblems(
  passages: readonly Passage[],
  guide: Guide,
  info: LocaleInfo,
  english: ReadonlySet<string>,
): Promise<readonly string[]> {
  const findChineseProblems = await loadChineseCheck(info.code);
  const written = passages.map((passage) => ({ passage, words: writtenWords(passage.text, guide.untranslated) }));
  const problems = written.flatMap(({ passage, words }) =>
    [
      ...findScriptProblems(words, info),
      ...findLetterProblems(words, info.code),
      ...findChineseProblems(words),
      ...findDigitProblems(words, info.code),
      ...findPunctuationProblems(words, guide.quotes, info),
      ...(info.code === SOURCE_LOCALE ? [] : comparedProblems(passage, guide, info, english)),
    ].map((problem) => `${passage.file}: ${passage.place} ${problem}`),
  );
  const whole = written.map(({ words }) => words).join('\n');
  return [...new Set(problems), ...findMissingLetters(whole, info.code).map((problem) => `${info.code}: ${problem}`)];
}

/** Once English has changed, lengths say nothing; a sentence in English is wrong in any case. */
function comparedProblems(
  passage: Passage,
  { same }: Guide,
  info: LocaleInfo,
  english: ReadonlySet<string>,
): readonly string[] {
  return [
    ...(same.includes(passage.place) ? [] : findEnglishSentences(passage.text, english)),
    ...(passage.english === undefined ? [] : findLengthProblems(passage, info)),
  ];
}
