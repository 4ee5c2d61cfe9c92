/** What an operator sets: the brand, its colours and the links of the footer. */

/** The operator's legal pages. One that is not set is not shown. */
export type LegalPage = 'privacy' | 'cookies' | 'terms' | 'accessibility' | 'notice';

export const site = {
  /** The name that replaces {brand} everywhere. */
  brand: 'Acme',
  /** Accent colours: one for light pages, one for dark ones; each needs a contrast of 4.5 : 1 on the page. */
  accent: { light: '#0b57d0', dark: '#a8c7fa' },
  /** The band at the top of every page, which white text stands on: a dark colour. */
  band: '#12284c',
  /** The product's own site, linked from the footer. */
  productUrl: 'https://www.example.com/',
  /** Where people reach a person. */
  supportUrl: 'https://www.example.com/support',
  legal: {
    privacy: 'https://www.example.com/privacy',
    cookies: 'https://www.example.com/cookies',
    terms: 'https://www.example.com/terms',
    accessibility: 'https://www.example.com/accessibility',
    notice: 'https://www.example.com/legal-notice',
  } satisfies Partial<Record<LegalPage, string>> as Partial<Record<LegalPage, string>>,
} as const;
