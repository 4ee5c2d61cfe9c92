/** HTML for e-mails: a tagged template that escapes every value, so that no value can become markup. */

/** Markup that is ready to send. Made by `html`, or from a constant. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function toMarkup(value: Value): string {
  if (value instanceof Html) return value.markup;
  if (Array.isArray(value)) return value.map(({ markup }: Html) => markup).join('');
  return escapeHtml(String(value));
}

/**
 * Markup whose values are escaped, in text and in quoted attributes alike; `Html` values are left as they are.
 *
 * @example html`<p>${'a < b'}</p>`.markup // '<p>a &lt; b</p>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((markup, part, index) => markup + toMarkup(values[index - 1] ?? '') + part));
}

/**
 * A text with its line breaks, and with each isolated run (UAX #9: U+2068 to U+2069) as `<bdi>`, which older mail programs
 * honour as well.
 */
export function words(text: string): Html {
  return new Html(
    escapeHtml(text).replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>').replaceAll('\n', '<br>'),
  );
}
