/** The dictionaries of `opencc-js`, which states no types for them: `from to|from to other|…`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
