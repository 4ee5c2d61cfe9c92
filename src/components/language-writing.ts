/**
 * Language and script of a tag, so that `zh-TW` is what `zh-Hant` is, and `iw` what `he` is.
 *
 * @example writingOf('zh-TW') // 'zh,Hant'
 */
export function writingOf(tag: string): string {
  return `${new Intl.Locale(tag).maximize()}`.split('-', 2).join();
}
