/** Messages of the pages that are read: header, home, articles, sharing, footer. */
import { plural, text } from './note';

export const reading = {
  'site.name': text('Name of the help center, in the header and in page titles.', ['brand']),
  'site.skip': text('First link of every page, for keyboards: jumps over the header.'),
  'site.home': text('Link to the home page, in the breadcrumbs.'),
  'duration.minutes': plural('A length of time, standing alone or in a sentence: "The link works for 60 minutes."'),
  'search.label': text('Inside the empty search field, and its name for screen readers.'),
  'search.submit': text('Button of the search field.'),
  'languages.label': text('Name of the language menu, for screen readers.'),
  'topic.logging-in': text('Name of the topic: logging in to the account. A heading and a link.'),
  'reset.button': text('The most important button of the site: leads to the form that asks for a password reset.'),
  'all.title': text('Title of the page that lists every article by topic, and the links to it.'),
  'support.contact': text('Link to where people reach a person.'),
  'footer.label': text('Name of the links at the foot of every page, for screen readers.'),
  'footer.login-articles': text('Link to the articles about logging in.'),
  'footer.support': text('Heading over the links to support, at the foot of every page.'),
  'footer.product': text("Link to the operator's own site or app.", ['brand']),
  'footer.legal': text('Heading over the links to legal pages, at the foot of every page.'),
  'legal.privacy': text('Link to the privacy policy.'),
  'legal.cookies': text('Link to the page about cookies.'),
  'legal.terms': text('Link to the terms of use.'),
  'legal.accessibility': text('Link to the accessibility statement.'),
  'legal.notice': text('Link to the page that names the company: in Germany "Impressum".'),
} as const;
