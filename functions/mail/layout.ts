/** The one look of all e-mails, in both parts. Pure: the same draft makes the same bytes. */
import type { Translate } from '../../src/shared/catalog';
import { type Locale, localeInfo } from '../../src/shared/locales';
import { site } from '../../src/shared/site';
import { homeUrl } from '../../src/shared/urls';
import type { Account } from '../accounts/port';
import { faceOf } from './fonts';
import { Html, html, words } from './html';
import type { RenderedMail } from './port';
import { printableName, printableUsername } from './printable-name';

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'button'; readonly label: string; readonly url: string }
  | { readonly type: 'link'; readonly label: string; readonly url: string };

export interface MailDraft {
  readonly locale: Locale;
  readonly subject: string;
  /** Shown after the subject in the list of e-mails. */
  readonly preview: string;
  readonly title: string;
  /** Who is greeted; nobody by name, where there is no account. */
  readonly account?: Pick<Account, 'username' | 'displayName'>;
  readonly blocks: readonly Block[];
  /** Short facts for the end, where the account is named already. */
  readonly facts: readonly string[];
  /** The site's origin, from the configuration alone: `https://help.example.com`. */
  readonly origin: string;
}

/** The same shades as the pages' (src/styles/tokens.css): none is pure black, so that forced inversion keeps them readable. */
const light = { page: '#ffffff', text: '#17212e', quiet: '#4c5a6b', line: '#cbd5e1', onAccent: '#ffffff' };
const dark = { page: '#10161f', text: '#e7ecf3', quiet: '#aab7c7', line: '#354355', onAccent: '#0b1a30' };

/** Inline styles come first, since some mail programs drop a style element; `!important` lets these follow the reader's wish. */
const DARK_STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:${dark.page}!important;color:${dark.text}!important}
.quiet{color:${dark.quiet}!important;border-color:${dark.line}!important}
.link{color:${site.accent.dark}!important}
.button{background-color:${site.accent.dark}!important}
.label{color:${dark.onAccent}!important}
}`;

const STYLE = {
  body: `margin:0;padding:0;background-color:${light.page};color:${light.text}`,
  preview: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  column: 'width:100%;max-width:560px;margin:0 auto',
  band: `padding:14px 20px;background-color:${site.band};color:#ffffff;font-size:17px;font-weight:bold`,
  content: `padding:28px 20px;background-color:${light.page};color:${light.text};font-size:17px`,
  title: 'margin:0 0 16px;font-size:24px',
  paragraph: 'margin:0 0 16px',
  code: 'margin:0 0 16px;font:bold 34px/1.3 ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px',
  button: `border-radius:8px;background-color:${site.accent.light};mso-padding-alt:14px 24px`,
  label: `display:inline-block;padding:14px 24px;color:${light.onAccent};font-size:17px;font-weight:bold;text-decoration:none`,
  link: `color:${site.accent.light};word-break:break-word`,
  copy: `margin:0 0 16px;color:${light.quiet};font-size:15px`,
  address: `color:${site.accent.light};word-break:break-all`,
  facts: `margin:28px 0 0;padding:16px 0 0;border-top:1px solid ${light.line};color:${light.quiet};font-size:15px`,
  end: `margin:12px 0 0;color:${light.quiet};font-size:15px`,
};

/** The words around the blocks, the same in every e-mail. */
function frameOf(t: Translate, { account, facts, locale, origin }: MailDraft) {
  const username = printableUsername(account?.username ?? '');
  const name = printableName(account?.displayName) ?? printableName(account?.username);
  const { family, lineHeight } = faceOf(locale);
  return {
    face: `font-family:${family};line-height:${lineHeight}`,
    /** For lines that stand alone. */
    tight: `font-family:${family};line-height:${(lineHeight - 0.3).toFixed(2)}`,
    greeting: name === undefined ? t('mail.greeting-nameless') : t('mail.greeting', { name }),
    copyLink: t('mail.copy-link'),
    facts: username === undefined ? facts : [t('mail.account', { name: username }), ...facts],
    neverAsk: t('mail.never-ask', { brand: site.brand }),
    automatic: t('mail.automatic'),
    site: { label: t('site.name', { brand: site.brand }), url: `${origin}${homeUrl(locale)}` },
  };
}

type Frame = ReturnType<typeof frameOf>;

/** Renders both parts of an e-mail. */
export function layOut(t: Translate, draft: MailDraft): RenderedMail {
  const frame = frameOf(t, draft);
  const { locale, subject } = draft;
  return { locale, subject, text: toText(draft, frame), html: toHtml(draft, frame).markup };
}

function toText({ locale, blocks }: MailDraft, frame: Frame): string {
  /** Plain text has no `dir`: a right-to-left mark gives each line its direction, even where a Latin word comes first. */
  const mark = localeInfo(locale).dir === 'rtl' ? '\u200f' : '';
  const line = (text: string) => `${mark}${text}`;
  const paragraphs = [
    line(frame.greeting),
    ...blocks.map((block) => blockToText(block, line)),
    frame.facts.map(line).join('\n'),
    line(frame.neverAsk),
    `${line(frame.site.label)}\n${frame.site.url}`,
    line(frame.automatic),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function blockToText(block: Block, line: (text: string) => string): string {
  if (block.type === 'paragraph') return line(block.text);
  return block.type === 'code' ? block.code : `${line(block.label)}\n${block.url}`;
}

function toHtml(draft: MailDraft, frame: Frame): Html {
  const { lang, dir } = localeInfo(draft.locale);
  return html`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${draft.subject}</title>
<style>${new Html(DARK_STYLE)}</style>
</head>
<body class="page" style="${STYLE.body}">
<div style="${STYLE.preview}">${draft.preview}</div>
<table role="presentation" lang="${lang}" dir="${dir}" align="center" cellpadding="0" cellspacing="0" border="0" style="${STYLE.column}">
<tr><td style="${STYLE.band};${frame.tight}">${frame.site.label}</td></tr>
<tr><td class="page" style="${STYLE.content};${frame.face}">
<h1 style="${STYLE.title};${frame.tight}">${draft.title}</h1>
<p style="${STYLE.paragraph}">${words(frame.greeting)}</p>
${draft.blocks.map((block) => blockToHtml(block, frame))}
<p class="quiet" style="${STYLE.facts}">${words(frame.facts.join('\n'))}</p>
<p class="quiet" style="${STYLE.end}">${frame.neverAsk}</p>
<p class="quiet" style="${STYLE.end}"><a class="link" href="${frame.site.url}" style="${STYLE.link}">${frame.site.label}</a><br>${frame.automatic}</p>
</td></tr>
</table>
</body>
</html>
`;
}

function blockToHtml(block: Block, { copyLink, tight }: Frame): Html {
  if (block.type === 'paragraph') return html`<p style="${STYLE.paragraph}">${block.text}</p>\n`;
  if (block.type === 'code') return html`<p style="${STYLE.code}"><span dir="ltr">${block.code}</span></p>\n`;
  const { label, url } = block;
  if (block.type === 'link')
    return html`<p style="${STYLE.paragraph}"><a class="link" href="${url}" style="${STYLE.link}">${label}</a></p>\n`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="${STYLE.paragraph}">
<tr><td class="button" style="${STYLE.button}"><a class="label" href="${url}" style="${STYLE.label};${tight}">${label}</a></td></tr>
</table>
<p class="quiet" style="${STYLE.copy}">${copyLink}<br><a class="link" dir="ltr" href="${url}" style="${STYLE.address}">${url}</a></p>
`;
}
