/** Which part of a text a result shows, and which of its words are marked. */
import { fitBegun, fitForm } from './word-fit';
import { foldLetters, isUnspaced, splitWords } from './words';

/** A part of a text; `marked` where it is a word that was searched for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Columns that an excerpt takes; a letter of a language without spaces takes two. */
const EXCERPT_COLUMNS = 150;

/** Columns before the first marked word. */
const LEAD_COLUMNS = 40;

/** Letters of the shortest word that is marked: "I" and "no" are everywhere. */
const MARKED_MIN = 3;

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Marks the words of a text that fit words of the index. The pieces join to the text.
 *
 * @example markWords('Reset it', ['reset'], 'en') // [{ text: 'Reset', marked: true }, { text: ' it', marked: false }]
 */
export function markWords(text: string, words: readonly string[], lang: string): readonly Piece[] {
  return cutPieces(text, { start: 0, end: text.length }, findWords(text, words, lang));
}

/** The part of a text where most of the words stand, with `…` where it was cut. */
export function excerptOf(text: string, words: readonly string[], lang: string): readonly Piece[] {
  const line = text.replace(/\s+/g, ' ');
  const found = findWords(line, words, lang);
  const range = chooseRange(line, found, isUnspaced(lang) ? 2 : 1);
  const pieces = cutPieces(line, range, found);
  const ellipsis = { text: '…', marked: false };
  return [...(range.start > 0 ? [ellipsis] : []), ...pieces, ...(range.end < line.length ? [ellipsis] : [])];
}

function findWords(text: string, words: readonly string[], lang: string): readonly Range[] {
  if (isUnspaced(lang)) return findStretches(foldLetters(text, lang), words);
  const longer = words.filter((word) => word.length >= MARKED_MIN);
  return splitWords(text, lang).filter(({ folded }) =>
    longer.some((word) => fitBegun(word, folded) > 0 || fitForm(folded, word) > 0),
  );
}

/** Where any of the words stands; neighbours are one range. */
function findStretches(folded: string, words: readonly string[]): readonly Range[] {
  const marked = new Set<number>();
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      for (let letter = at; letter < at + word.length; letter++) marked.add(letter);
    }
  }
  const starts = [...marked].filter((letter) => !marked.has(letter - 1)).sort((a, b) => a - b);
  return starts.map((start) => {
    let end = start;
    while (marked.has(end)) end++;
    return { start, end };
  });
}

function chooseRange(line: string, found: readonly Range[], columnsPerLetter: number): Range {
  const length = Math.ceil(EXCERPT_COLUMNS / columnsPerLetter);
  if (line.length <= length) return { start: 0, end: line.length };
  const within = (from: number) => found.filter(({ start, end }) => start >= from && end <= from + length).length;
  const starts = found.map(({ start }) => Math.max(0, start - Math.ceil(LEAD_COLUMNS / columnsPerLetter)));
  const densest = starts.toSorted((a, b) => within(b) - within(a) || a - b)[0] ?? 0;
  const start = densest === 0 ? 0 : nextWordStart(line, Math.min(densest, line.length - length));
  return { start, end: lastWordEnd(line, start, start + length) };
}

function nextWordStart(line: string, from: number): number {
  const space = line.indexOf(' ', from);
  return space < 0 || space - from > LEAD_COLUMNS / 2 ? from : space + 1;
}

function lastWordEnd(line: string, start: number, end: number): number {
  if (end >= line.length) return line.length;
  const space = line.lastIndexOf(' ', end);
  return space <= start + (end - start) / 2 ? end : space;
}

function cutPieces(line: string, range: Range, found: readonly Range[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = range.start;
  for (const { start, end } of found) {
    if (start < at || end > range.end) continue;
    if (start > at) pieces.push({ text: line.slice(at, start), marked: false });
    pieces.push({ text: line.slice(start, end), marked: true });
    at = end;
  }
  if (at < range.end) pieces.push({ text: line.slice(at, range.end), marked: false });
  return pieces;
}
