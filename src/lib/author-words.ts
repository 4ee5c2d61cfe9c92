/** Words and links of the author components that have none inside: `<Brand />`, `<Duration of>`, `<Count of>`, `<Fact of>`, `<CookieList />`, `<Link to>`. */
import type { Translate } from '../shared/catalog';
import { type StoredItem, shownName, storedItems } from '../shared/device-storage';
import { daysText, minutesText } from '../shared/form-texts';
import { limits } from '../shared/forms';
import { numeralTag } from '../shared/intl';
import type { Locale } from '../shared/locales';
import { site } from '../shared/site';
import { formUrl, pageUrl } from '../shared/urls';
import { requireArticle } from './navigation';
import type { ComponentText } from './sections';
import { fillBrand, type Listed, type Shelf } from './shelf';

/** What the components must know of the article they stand in. */
export interface AuthorContext {
  /** The locale of the page: links stay in it, also where the text is another language's. */
  readonly locale: Locale;
  /** The locale of the text. */
  readonly shownLocale: Locale;
  /** The texts of the shown locale. */
  readonly t: Translate;
  readonly shelf: Shelf<Listed>;
}

/** Where an author's `<Link to>` leads, and the words it has when the author gives none. */
export interface AuthorLink {
  readonly url: string;
  readonly text: string;
}

const seconds = { link: limits.LINK_SECONDS, code: limits.CODE_SECONDS, lock: limits.LOCK_SECONDS } as const;
const counts = { codeTries: limits.CODE_TRIES, passwordMin: limits.PASSWORD_MIN } as const;

const DAY_SECONDS = 86_400;

const retention = {
  ticketRetention: site.retentionDays.tickets,
  feedbackRetention: site.retentionDays.feedback,
  searchRetention: site.retentionDays.searches,
} as const;

export type DurationName = keyof typeof seconds;
export type CountName = keyof typeof counts;
/** What the operator states in `src/shared/site.ts`. */
export type FactName = keyof typeof site.operator | keyof typeof retention;

/** @example durationWords(context, 'link') // '60 minutes' */
export function durationWords({ t }: AuthorContext, name: DurationName): string {
  return t('duration.minutes', { count: seconds[name] / 60 });
}

/** @example countWords(context, 'passwordMin') // '15', in Persian '۱۵' */
export function countWords({ shownLocale }: AuthorContext, name: CountName): string {
  return new Intl.NumberFormat(numeralTag(shownLocale)).format(counts[name]);
}

/**
 * A fact of the operator's; undefined while it is still to be filled in.
 *
 * @throws TypeError for a name that is no fact.
 * @example findFact(context, 'ticketRetention') // '90 days'
 */
export function findFact({ t }: Pick<AuthorContext, 't'>, name: FactName): string | undefined {
  const facts: Readonly<Record<string, string | number>> = { ...site.operator, ...retention };
  const fact = facts[name];
  if (fact === undefined) throw new TypeError(`<Fact of="${name}">: there is ${Object.keys(facts).join(', ')}`);
  return typeof fact === 'number' ? daysText(t, fact) : fact || undefined;
}

/** One line of the list of what is kept on a visitor's device. */
export interface StoredLine {
  readonly name: string;
  readonly purpose: string;
  /** What it is and how long it stays. */
  readonly facts: string;
}

/** Everything that this site keeps on a visitor's device, in words. */
export function storedLines({ t }: Pick<AuthorContext, 't'>): readonly StoredLine[] {
  const kinds = {
    cookie: t('stored.cookie'),
    'local-storage': t('stored.local-storage'),
    'session-storage': t('stored.session-storage'),
  } satisfies Record<StoredItem['kind'], string>;
  return storedItems().map((item) => ({
    name: shownName(item),
    purpose: t(item.purpose),
    facts: [kinds[item.kind], lifetimeText(t, item), ...(item.isEssential ? [] : [t('stored.optional')])].join(' · '),
  }));
}

function lifetimeText(t: Translate, { kind, seconds }: StoredItem): string {
  if (seconds !== undefined)
    return seconds < DAY_SECONDS ? minutesText(t, seconds) : daysText(t, seconds / DAY_SECONDS);
  return t(kind === 'session-storage' ? 'stored.until-closed' : 'stored.until-deleted');
}

/**
 * Resolves `<Link to>`: `reset`, `contact`, or an article's key, with a question's id or without.
 *
 * @throws TypeError for a key that does not exist.
 * @example resolveLink(context, 'logging-in/locked-out#not-you').url // '/en/logging-in/locked-out/#not-you'
 */
export function resolveLink({ locale, shelf, t }: AuthorContext, to: string): AuthorLink {
  if (to === 'reset') return { url: formUrl(locale, 'reset'), text: t('reset.button') };
  if (to === 'contact') return { url: formUrl(locale, 'contact'), text: t('support.contact') };
  const [key = '', id] = to.split('#');
  const { entry } = requireArticle(shelf, key);
  return { url: pageUrl(locale, key) + (id ? `#${id}` : ''), text: fillBrand(entry.data.title) };
}

/** The words of such a component, for where an article is read as plain text. Components that only arrange have none. */
export function componentWords(context: AuthorContext): ComponentText {
  return (name, { of, to }) => {
    if (name === 'Brand') return site.brand;
    if (name === 'Duration') return durationWords(context, of as DurationName);
    if (name === 'Count') return countWords(context, of as CountName);
    if (name === 'Fact') return findFact(context, of as FactName) ?? '';
    if (name === 'CookieList')
      return storedLines(context)
        .flatMap(({ name: item, purpose }) => [item, purpose])
        .join(' ');
    return name === 'Link' && to ? resolveLink(context, to).text : '';
  };
}
