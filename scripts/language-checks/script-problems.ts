/** The script of a text fits its language. */
import type { LocaleInfo } from '../../src/shared/locales';

/** From ISO 15924 to the scripts (Unicode property `Script_Extensions`) of letters that a language is written in. */
const scriptsOf: Readonly<Record<string, readonly string[]>> = {
  Arab: ['Arabic'],
  Beng: ['Bengali'],
  Cyrl: ['Cyrillic'],
  Deva: ['Devanagari'],
  Ethi: ['Ethiopic'],
  Grek: ['Greek'],
  Hans: ['Han'],
  Hant: ['Han'],
  Hebr: ['Hebrew'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Knda: ['Kannada'],
  Kore: ['Hangul'],
  Latn: ['Latin'],
  Thai: ['Thai'],
};

/** Letters of every script, such as the apostrophe of Ukrainian and Oromo, and accents. */
const shared = ['Common', 'Inherited'];

/** Scripts whose words stand against foreign ones without a space: "SMSを", "SMS를". */
const joinsForeignWords: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Jpan', 'Kore', 'Thai']);

/** What finds a letter of a language's own script. @throws TypeError for a script that is not known here. */
export function scriptLetters({ code, script }: LocaleInfo): RegExp {
  return new RegExp(classOf(requireScripts(code, script)), 'u');
}

/** What is wrong with the letters of a text. @param words As `writtenWords` leaves them. */
export function findScriptProblems(words: string, { code, script }: LocaleInfo): readonly string[] {
  const own = classOf([...requireScripts(code, script), ...shared]);
  const runs = words.match(/[\p{L}\p{M}]+/gu) ?? [];
  return [...new Set(runs)].flatMap((run) => {
    const foreign = run.replace(new RegExp(own, 'gu'), '');
    if (foreign === '') return [];
    if (foreign.length === run.length || joinsForeignWords.has(script)) {
      return [
        `writes "${foreign}": translate it, or name it in a code span under "What stays untranslated" of the guide`,
      ];
    }
    return [`mixes scripts within "${run}" (${codePoints(foreign)}): type it anew with one keyboard`];
  });
}

function requireScripts(code: string, script: string): readonly string[] {
  const scripts = scriptsOf[script];
  if (scripts) return scripts;
  throw new TypeError(`scripts/language-checks/script-problems.ts does not know the script ${script} of ${code}`);
}

function classOf(scripts: readonly string[]): string {
  return `[${scripts.map((name) => `\\p{scx=${name}}`).join('')}]`;
}

function codePoints(text: string): string {
  const points = [...new Set(text)].map((letter) => letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0'));
  return points.map((point) => `U+${point}`).join(' ');
}
