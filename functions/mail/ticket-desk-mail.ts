/** The e-mail that brings a visitor's message to a desk: plain facts, in the desk's language, with an answer one reply away. */
import type { Translate } from '../../src/shared/catalog';
import { deskLocale, ticketFields, topicOf } from '../../src/shared/contact-topics';
import { localeInfo } from '../../src/shared/locales';
import { momentInWords } from '../../src/shared/moments';
import { printReference } from '../../src/shared/reference';
import type { DeskTicket } from '../desk/port';
import { type Html, html, words } from './html';
import { inertText } from './inert-text';
import type { RenderedMail } from './port';

type FieldName = keyof DeskTicket['fields'];

const STYLE = {
  body: 'margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif',
  label: 'margin:16px 0 4px;font-weight:bold',
  words: 'margin:0;padding:8px 12px;border-inline-start:4px solid #aab7c7;white-space:pre-wrap',
  facts: 'margin:24px 0 0;color:#4c5a6b',
};

/** @param t Of the desk's language. Pure: the same ticket makes the same bytes. */
export function ticketDeskMail(t: Translate, ticket: DeskTicket): RenderedMail {
  const { topic, email, number } = ticket;
  const first = `[${printReference(ticket.reference)}] ${t(topicOf(topic).title)}`;
  const subject = number === 1 ? first : t('desk.added', { subject: first });
  const facts = factsOf(t, ticket);
  const answers = (Object.entries(ticket.fields) as [FieldName, string][]).map(([name, value]) => ({
    label: t(ticketFields[name].label),
    words: inertText(value),
  }));
  return {
    locale: deskLocale,
    replyTo: email,
    subject,
    text: toText(subject, answers, facts),
    html: toHtml(ticket, subject, answers, facts).markup,
  };
}

interface Answer {
  readonly label: string;
  readonly words: string;
}

function factsOf(t: Translate, { locale, email, sentAt }: DeskTicket): readonly string[] {
  const { lang, label, dir } = localeInfo(locale);
  return [
    `${t('contact.email-label')}: \u2068${inertText(email)}\u2069`,
    t('desk.language', { language: `\u2068${label}\u2069`, tag: `${lang}, ${dir}` }),
    t('contact.sent-at', { time: momentInWords(deskLocale, sentAt) }),
    t('desk.answer'),
    t('desk.quoted'),
    t('desk.never-ask'),
  ];
}

/** Each line of the visitor's is isolated: plain text has no `dir`, and one script's words must not turn another's around. */
function toText(subject: string, answers: readonly Answer[], facts: readonly string[]): string {
  const quoted = answers.map(({ label, words }) => {
    const lines = words.split('\n').map((line) => `> \u2068${line}\u2069`);
    return `${label}\n${lines.join('\n')}`;
  });
  return `${[subject, ...quoted, facts.join('\n')].join('\n\n')}\n`;
}

function toHtml({ locale }: DeskTicket, subject: string, answers: readonly Answer[], facts: readonly string[]): Html {
  const desk = localeInfo(deskLocale);
  const { lang } = localeInfo(locale);
  return html`<!doctype html>
<html lang="${desk.lang}" dir="${desk.dir}">
<head>
<meta charset="utf-8">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${subject}</title>
</head>
<body style="${STYLE.body}">
<h1>${subject}</h1>
${answers.map(
  ({ label, words: text }) => html`<p style="${STYLE.label}">${label}</p>
<blockquote lang="${lang}" dir="auto" style="${STYLE.words}">${text}</blockquote>
`,
)}
<p style="${STYLE.facts}">${words(facts.join('\n'))}</p>
</body>
</html>
`;
}
