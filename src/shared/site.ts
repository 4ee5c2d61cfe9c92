/** What an operator sets: the brand, its colour and the links of the footer. */
export const site = {
  /** The name that replaces {brand} everywhere. */
  brand: 'Acme',
  /** Accent colours: one for light pages, one for dark ones; each needs a contrast of 4.5 : 1 on the page. */
  accent: { light: '#0b57d0', dark: '#a8c7fa' },
  /** The product's own site, linked from the footer. */
  productUrl: 'https://www.example.com/',
} as const;
