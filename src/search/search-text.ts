/** What search says: the manifest's messages with their counts and words filled in. */
import type { Answer, AnswerGroup } from './answer';

/** @example fillText('Nothing for “{query}”', { query: 'x' }) // 'Nothing for “x”' */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** How many articles were found, in words; with the language's name where another one helped out. */
export function countText({ own, other }: Answer): string {
  const { lang, numerals, texts } = own.manifest;
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(numerals);
  const say = ({ total }: AnswerGroup) =>
    fillText(texts.count[rules.select(total)] ?? '', { count: numbers.format(total) });
  const parts = [...(own.total > 0 ? [say(own)] : []), ...(other ? [`${other.manifest.label}: ${say(other)}`] : [])];
  return parts.join(', ');
}

/**
 * The words of an address that leads nowhere, as a query.
 *
 * @param home The locale's home page, which says nothing about what was meant.
 * @example queryFromPath('/en/logging-in/forgot_password.html', '/en/') // 'logging in forgot password'
 */
export function queryFromPath(path: string, home: string): string {
  const below = path.startsWith(home) ? path.slice(home.length) : path;
  return decodePath(below)
    .replace(/\.\w{2,5}\/?$/, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
