/**
 * Everything that this site keeps on a visitor's device: the code takes names and lifetimes from here, and the article
 * about cookies its list. Nothing else is kept.
 *
 * What a page's first script uses stands in a module of its own, which only that script imports: one that several scripts
 * share would be another request of every page.
 */
import { CONSENT_COOKIE, CONSENT_SECONDS } from './consent-cookie';
import { CHOICE_COOKIE, CHOICE_SECONDS, DECLINED_OFFER_PREFIX } from './language-choice';
import { limits } from './limits';
import type { MessageKey } from './messages';
import { type Measurement, type OptionalUses, site } from './site';
import { DRAFT_ENTRY, ticketLimits } from './ticket-limits';

/** One cookie, or one entry of the browser's storage. */
export interface StoredItem {
  readonly kind: 'cookie' | 'local-storage' | 'session-storage';
  /** What its name begins with, where `*` stands for the rest; else its whole name. */
  readonly name: string;
  /** A cookie for this host alone and out of reach of scripts: on https, `__Host-` stands before its name. */
  readonly isSecret?: boolean;
  /** What it is for, to visitors. */
  readonly purpose: Extract<MessageKey, `stored.${string}`>;
  /** How long it stays, in seconds; without a number until the visitor deletes it. */
  readonly seconds?: number;
  /** Whether it does only what the visitor asked for; what is not is kept with consent alone. */
  readonly isEssential: boolean;
}

/** A secret cookie of the forms. */
export interface SecretItem extends StoredItem {
  readonly kind: 'cookie';
  readonly isSecret: true;
  readonly seconds: number;
}

/** What the site itself keeps. */
export const ownItems = {
  locale: {
    kind: 'cookie',
    name: CHOICE_COOKIE,
    purpose: 'stored.locale',
    seconds: CHOICE_SECONDS,
    isEssential: true,
  },
  reset: {
    kind: 'cookie',
    name: 'reset',
    isSecret: true,
    purpose: 'stored.reset',
    seconds: limits.LINK_SECONDS,
    isEssential: true,
  },
  code: {
    kind: 'cookie',
    name: 'code',
    isSecret: true,
    purpose: 'stored.code',
    // Longer than the code works, so that another one can be asked for.
    seconds: limits.REQUEST_WINDOW_SECONDS,
    isEssential: true,
  },
  notice: {
    kind: 'cookie',
    name: 'notice',
    isSecret: true,
    purpose: 'stored.notice',
    seconds: limits.LINK_SECONDS,
    isEssential: true,
  },
  ticket: {
    kind: 'cookie',
    name: 'ticket',
    isSecret: true,
    purpose: 'stored.ticket',
    seconds: limits.LINK_SECONDS,
    isEssential: true,
  },
  draft: {
    kind: 'local-storage',
    name: DRAFT_ENTRY,
    purpose: 'stored.draft',
    seconds: ticketLimits.DRAFT_SECONDS,
    isEssential: true,
  },
  declinedOffer: {
    kind: 'local-storage',
    name: `${DECLINED_OFFER_PREFIX}*`,
    purpose: 'stored.declined-offer',
    isEssential: true,
  },
  consent: {
    kind: 'cookie',
    name: CONSENT_COOKIE,
    purpose: 'stored.consent',
    seconds: CONSENT_SECONDS,
    isEssential: true,
  },
} as const satisfies Readonly<Record<string, StoredItem>>;

/**
 * All that may be found on a device: the site's own items, then those of the operator's measurement. The answer about
 * optional data is kept where it is asked for alone.
 */
export function storedItems({ searchCounts, measurement }: OptionalUses = site.optional): readonly StoredItem[] {
  const isAsked = searchCounts || measurement !== undefined;
  const own = Object.values<StoredItem>(ownItems).filter((item) => item !== ownItems.consent || isAsked);
  const measured = measurement?.stores.map(toMeasured) ?? [];
  return [...own, ...measured];
}

function toMeasured(stored: Measurement['stores'][number]): StoredItem {
  return { ...stored, purpose: 'stored.measurement', isEssential: false };
}

/** The name that a browser shows on https. */
export function shownName({ name, isSecret = false }: StoredItem): string {
  return isSecret ? `__Host-${name}` : name;
}

/** The declared item that this is. */
export function findDeclared(
  found: Pick<StoredItem, 'kind' | 'name'>,
  declared: readonly StoredItem[] = storedItems(),
): StoredItem | undefined {
  return declared.find((item) => item.kind === found.kind && isNamed(item, found.name));
}

function isNamed(item: StoredItem, name: string): boolean {
  if (item.name.endsWith('*')) return name.startsWith(item.name.slice(0, -1));
  return name === item.name || name === shownName(item);
}
