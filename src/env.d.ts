declare namespace App {
  interface Locals {
    /** What the routes of functions/ tell the page that they render. */
    locale: import('./shared/locales').Locale;
    form: import('./shared/forms').FormOutcome;
    code: import('./shared/forms').CodeOutcome;
    link: import('./shared/forms').LinkOutcome;
    choices: import('./shared/consent').ChoicesOutcome;
    feedback: import('./shared/feedback').FeedbackOutcome;
    contact: import('./shared/contact-form').ContactOutcome;
    ticket: import('./shared/contact-form').TicketOutcome;
    /** After a form of support was sent, where the browser keeps cookies. */
    sent?: import('./shared/contact-form').SentOutcome;
    phone?: import('./shared/forms').PhoneOffer;
    /** What an article's page tells the author components within it. */
    reading?: import('./lib/reading').Reading;
  }
}
