/**
 * Vite plugin: where visitors are asked nothing, nothing of the question is built. Every script of the site has its hash in
 * every page's policy, so that even one which no page uses would cost all of them bytes.
 */
import { isConsentAsked } from '../src/shared/consent';

const EMPTY_COMPONENT = '---\n---\n';

export default function unaskedConsent() {
  return {
    name: 'unasked-consent',
    enforce: 'pre' as const,
    load: {
      filter: { id: /\/src\/components\/ConsentBanner\.astro$/ },
      handler: () => (isConsentAsked ? undefined : EMPTY_COMPONENT),
    },
  };
}
