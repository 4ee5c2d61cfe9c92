/** What an operator sets: the brand, its colours, the links of the footer, and the facts that legal pages state. */

/** The operator's legal pages. One that is not set is not shown. */
export type LegalPage = 'privacy' | 'cookies' | 'terms' | 'accessibility' | 'notice';

/** Your own measurement of visits. */
export interface Measurement {
  /** Address of a script, on https. It is loaded after consent, and never before. */
  readonly script: string;
  /** Origins that the script sends to, beside its own. */
  readonly origins: readonly string[];
  /** What it keeps on a device: cookies and entries of the browser's storage; `*` ends a name that is longer. */
  readonly stores: readonly {
    readonly kind: 'cookie' | 'local-storage' | 'session-storage';
    readonly name: string;
    /** Without it, until the visitor deletes it. */
    readonly seconds?: number;
  }[];
}

/** What needs a visitor's consent. */
export interface OptionalUses {
  /** Counts the words of searches that found nothing; `npm run feedback` shows them. */
  readonly searchCounts: boolean;
  readonly measurement: Measurement | undefined;
}

export const site = {
  /** The name that replaces {brand} everywhere. */
  brand: 'Acme',
  /** Accent colours: one for light pages, one for dark ones; each needs a contrast of 4.5 : 1 on the page. */
  accent: { light: '#0b57d0', dark: '#a8c7fa' },
  /** The band at the top of every page, which white text stands on: a dark colour. */
  band: '#12284c',
  /** The product's own site, linked from the footer. */
  productUrl: 'https://www.example.com/',
  /** Where translations are mended, such as a folder of the repository; empty: mistakes are reported to support. */
  translationUrl: '',
  /** A harmless page for people who must leave the help page at once. */
  exitUrl: 'https://www.wikipedia.org/',
  /** An article of this site, as `topic/article`, or an address of your own that begins with https://. */
  legal: {
    privacy: 'privacy-and-rules/privacy',
    cookies: 'privacy-and-rules/cookies',
    terms: 'privacy-and-rules/terms',
    accessibility: 'privacy-and-rules/accessibility',
    notice: 'privacy-and-rules/legal-notice',
  } satisfies Partial<Record<LegalPage, string>> as Partial<Record<LegalPage, string>>,
  /** Who runs the site, as legal pages state it. What is empty is shown as still to be filled in. */
  operator: {
    /** Full legal name. */
    company: '',
    /** On one line: street, town, country. */
    address: '',
    /** The person who may sign for the company. */
    representative: '',
    /** Name of the register, and the number in it. */
    register: '',
    taxNumber: '',
    mail: '',
    /** With its country code. */
    telephone: '',
    /** How to reach the person for data protection. */
    privacyContact: '',
    /** The authority that hears complaints about data protection. */
    privacyAuthority: '',
    /** The authority that hears complaints about accessibility. */
    accessibilityAuthority: '',
    /** Country and court whose law applies. */
    jurisdiction: '',
  },
  /** With nothing here, visitors are asked nothing, and no page has a banner. */
  optional: { searchCounts: false, measurement: undefined } as OptionalUses,
  /** For how many days what visitors write is kept. */
  retentionDays: {
    /** A message to support, after the last word in it. */
    tickets: 90,
    /** A sentence that says why an article did not help; the counts beside it are nobody's and stay. */
    feedback: 180,
    /** Words of a search that found nothing. */
    searches: 90,
  },
} as const;
