declare namespace App {
  /** What the routes of functions/ tell the page that they render. */
  interface Locals {
    locale: import('./shared/locales').Locale;
    form: import('./shared/forms').FormOutcome;
    link: import('./shared/forms').LinkOutcome;
  }
}
