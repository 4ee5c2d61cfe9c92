/** The text messages of recovery, rendered in the language of each job. */
import type { Translate } from '../../src/shared/catalog';
import type { Locale } from '../../src/shared/locales';
import type { TextRenderer } from '../recovery/ports';
import { codeText } from './code-text';

/** @param origin The site's origin, from the configuration: the only site on which telephones fill in the code. */
export function textRenderer(origin: string, loadTranslate: (locale: Locale) => Promise<Translate>): TextRenderer {
  return {
    code: async (text) => codeText(await loadTranslate(text.locale), { ...text, origin }),
  };
}
