/**
 * Language and script of a tag, so that `zh-TW` is what `zh-Hant` is, and `iw` what `he` is.
 *
 * Of the longer ones the last letter is missing, which tells no two apart. Bokmål is what browsers mean by `no`.
 *
 * @example writingOf('zh-TW') // 'zh-Hant'
 * @example writingOf('fil') // 'fil-Lat'
 */
export function writingOf(tag: string): string {
  return `${new Intl.Locale(tag).maximize()}`.slice(0, 7).replace('nb', 'no');
}
