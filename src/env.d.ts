declare namespace App {
  interface Locals {
    /** Set by the routes of functions/ before a page is rendered. */
    form?: import('./shared/forms').FormOutcome;
    link?: import('./shared/forms').LinkOutcome;
  }
}
