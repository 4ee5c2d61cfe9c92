/** Every path of the site, built in one place. All of them end in a slash. */
import { type ContactTopicName, contactTopicNames } from './contact-topics';
import { type Locale, localeToSegment } from './locales';

/** `<topic>/<article>`: the key of an article, the same in every language. */
export type ArticleKey = string;

/** Query parameter that carries the token in a mailed link. */
export const TOKEN_PARAMETER = 'token';

const basePaths = {
  reset: 'account/reset',
  resetSent: 'account/reset/sent',
  resetCode: 'account/reset/code',
  newPassword: 'account/new-password',
  passwordChanged: 'account/password-changed',
  choices: 'privacy-choices',
  notMe: 'account/not-me',
  secured: 'account/not-me/done',
  contact: 'contact',
  contactSent: 'contact/sent',
  ticket: 'contact/ticket',
} as const;

/** The form of a topic of contact. */
type TopicForm = `contact/${ContactTopicName}`;

export type FormName = keyof typeof basePaths | TopicForm;

/** The forms of the topics of contact, in their order. */
export const topicForms = contactTopicNames.map((topic) => [topic, `contact/${topic}` satisfies TopicForm] as const);

const formPaths = {
  ...basePaths,
  ...Object.fromEntries(topicForms.map(([, form]) => [form, form])),
} as Readonly<Record<FormName, string>>;

/** @example homeUrl('zh-Hant') // '/zh-hant/' */
export function homeUrl(locale: Locale): string {
  return `/${localeToSegment(locale)}/`;
}

/** @example pageUrl('en', 'logging-in/locked-out') // '/en/logging-in/locked-out/'; an empty path is the home page */
export function pageUrl(locale: Locale, path: string): string {
  return path === '' ? homeUrl(locale) : `${homeUrl(locale)}${path}/`;
}

/** @example questionUrl('en', 'logging-in/locked-out', 'how-long') // '/en/logging-in/locked-out/#how-long' */
export function questionUrl(locale: Locale, key: ArticleKey, questionId: string): string {
  return `${pageUrl(locale, key)}#${questionId}`;
}

/** The path of a form without its locale: the same in every language. */
export function formPath(form: FormName): string {
  return formPaths[form];
}

/** The path of a form or of the page that follows it. */
export function formUrl(locale: Locale, form: FormName): string {
  return pageUrl(locale, formPath(form));
}

/** Whether a path without its locale is that of a form, or of the page that follows one. */
export function isFormPath(path: string): boolean {
  return Object.values(formPaths).includes(path);
}

/** Path of the page that lists every article by topic; search leads here without JavaScript. */
export const ALL_ARTICLES_PATH = 'all';

/** Path of the page that answers where nothing stands. It has no address of its own: asked for by this one it is not there either. */
export const NOT_FOUND_PATH = '404';

/** Path of the page that tells how complete each language is. */
export const LANGUAGES_PATH = 'languages';

/** Path of the page that answers when something of ours is broken. It has no address of its own either. */
export const BROKEN_PATH = '500';

export function allArticlesUrl(locale: Locale): string {
  return pageUrl(locale, ALL_ARTICLES_PATH);
}

/**
 * Where the visitor of a page answers what optional data may be collected; without a path, where answers are changed.
 *
 * @example choicesUrl('en', 'logging-in/locked-out') // '/en/privacy-choices/logging-in/locked-out/'
 */
export function choicesUrl(locale: Locale, path?: string): string {
  const own = formUrl(locale, 'choices');
  return path === undefined ? own : `${own}${path || HOME_STEP}/`;
}

/** Stands for the home page, whose path is empty, where a path cannot be. */
export const HOME_STEP = 'home';

/** Where a visitor comes back to whose choices were saved. */
export const SAVED_ID = 'saved';

/** Where a page is left for a harmless one at once. */
export const EXIT_URL = '/exit/';

/** The sheet that shows the question about optional data, and the same one for whoever has not answered it. */
export const CONSENT_SHEET_URL = '/consent/banner.css';
export const CONSENT_SHOWN_URL = '/consent/shown.css';

/** Where the search tells what it has not found, below the locale. */
export const MISSED_SEARCH_PATH = 'search-miss';

export function missedSearchUrl(locale: Locale): string {
  return pageUrl(locale, MISSED_SEARCH_PATH);
}

/** The last part of the path at which the feedback on an article is taken. */
export const FEEDBACK_SEGMENT = 'feedback';

/** @example feedbackUrl('en', 'logging-in/locked-out') // '/en/logging-in/locked-out/feedback/' */
export function feedbackUrl(locale: Locale, key: ArticleKey): string {
  return `${pageUrl(locale, key)}${FEEDBACK_SEGMENT}/`;
}

/** Where a reader comes back to who has said whether an article helped: the place of the thanks. */
export const THANKS_ID = 'thanks';

/**
 * The link to share: without a language, answered with a redirect to the reader's own.
 *
 * @example sharedUrl('logging-in/locked-out') // '/logging-in/locked-out/'
 */
export function sharedUrl(path: string): string {
  return path === '' ? '/' : `/${path}/`;
}
