/** How a visitor's answer about optional data is kept: a cookie, which pages, the search and the Worker read. */

export const CONSENT_COOKIE = 'consent';
/** Six months: then the question may be asked again. */
export const CONSENT_SECONDS = 15_552_000;

/** What needs consent: counting searches that found nothing, and the operator's own measurement. */
export type Purpose = 'search' | 'measurement';

/** A purpose that is not named was not asked about yet. */
export type ConsentAnswers = Readonly<Partial<Record<Purpose, boolean>>>;

/** Finds the answer, unchecked, in a Cookie header or in `document.cookie`. */
const PATTERN = new RegExp(`(?:^|; *)${CONSENT_COOKIE}=([a-z.-]+)`);

/** @example readConsent('a=b; consent=search-yes.measurement-no') // { search: true, measurement: false } */
export function readConsent(cookies: string): ConsentAnswers {
  const text = PATTERN.exec(cookies)?.[1] ?? '';
  return Object.fromEntries(
    text
      .split('.')
      .map((part) => part.split('-'))
      .filter(([, answer]) => answer === 'yes' || answer === 'no')
      .map(([purpose, answer]) => [purpose, answer === 'yes']),
  );
}

/** The cookie's value. @example writeConsent({ search: true }) // 'search-yes' */
export function writeConsent(answers: ConsentAnswers): string {
  return Object.entries(answers)
    .map(([purpose, isGranted]) => `${purpose}-${isGranted ? 'yes' : 'no'}`)
    .join('.');
}
