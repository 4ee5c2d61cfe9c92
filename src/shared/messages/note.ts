/** A message's contract: what a translator must know, and what the text must hold. */
export interface MessageNote<Placeholders extends string = string> {
  readonly kind: 'text' | 'plural';
  /** For translators: where it stands, and what it does. */
  readonly note: string;
  readonly placeholders: readonly Placeholders[];
}

/** A message that is one text. @param note For translators. @param placeholders Names that the text must hold in braces. */
export function text<const P extends string = never>(note: string, placeholders: readonly P[] = []): MessageNote<P> {
  return { kind: 'text', note, placeholders };
}

/** A message with one text for each CLDR plural category; `{count}` chooses it. */
export function plural<const P extends string = never>(
  note: string,
  placeholders: readonly P[] = [],
): MessageNote<P | 'count'> & { readonly kind: 'plural' } {
  return { kind: 'plural', note, placeholders: [...placeholders, 'count'] };
}
