declare namespace App {
  interface Locals {
    /** What the routes of functions/ tell the page that they render. */
    locale: import('./shared/locales').Locale;
    form: import('./shared/forms').FormOutcome;
    link: import('./shared/forms').LinkOutcome;
    /** What an article's page tells the author components within it. */
    reading?: import('./lib/reading').Reading;
  }
}
