/** What was typed and not sent, kept on the device for a while: a tab may close, a line may break. */

import type { TicketFieldName } from '../../shared/contact-topics';
import { DRAFT_ENTRY, ticketLimits } from '../../shared/ticket-limits';

type Control = HTMLInputElement | HTMLTextAreaElement;

interface Draft {
  /** Milliseconds since the epoch: when something was typed last. */
  readonly at: number;
  /** By the name of a field, behind the reference of the ticket that it adds to. */
  readonly fields: Readonly<Record<string, string>>;
  /** The form that was sent since, as its prefix: its fields go when the page says that they have arrived. */
  readonly sent?: string;
}

const NOTHING: Draft = { at: 0, fields: {} };

/** The fields of a form of support; none of them is for a secret. */
function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.querySelectorAll<Control>('.field input, .field textarea')];
}

/** @example prefixOf(form) // '8273018455.' where the form adds to this ticket, else '' */
function prefixOf({ dataset }: HTMLFormElement): string {
  return dataset.draft ? `${dataset.draft}.` : '';
}

function isOf(prefix: string, name: string): boolean {
  return prefix === '' ? !name.includes('.') : name.startsWith(prefix);
}

/** Fills in what was kept, where the page has nothing better, and keeps what is typed from now on. */
export function keepDraft(form: HTMLFormElement): void {
  const { at, fields: kept } = readDraft();
  const prefix = prefixOf(form);
  if (at > 0) write({ at, fields: kept });
  for (const control of controlsOf(form)) control.value ||= kept[prefix + control.name] ?? '';
  form.addEventListener('input', () => {
    const typed = Object.fromEntries(controlsOf(form).map(({ name, value }) => [prefix + name, value]));
    write({ at: Date.now(), fields: { ...readDraft().fields, ...typed } });
  });
  form.addEventListener('submit', () => write({ ...readDraft(), sent: prefix }));
}

/** What was answered in another form need not be typed again (WCAG 3.3.7). */
export function keepAnswer(name: TicketFieldName, value: string): void {
  write({ at: Date.now(), fields: { ...readDraft().fields, [name]: value } });
}

/** On a page that says that something has arrived: forgets what was sent, and nothing that was typed since. */
export function forgetSent(): void {
  const { at, fields, sent } = readDraft();
  if (sent === undefined) return;
  const rest = Object.entries(fields).filter(([name]) => !isOf(sent, name));
  write(rest.length > 0 ? { at, fields: Object.fromEntries(rest) } : undefined);
}

/** Empties the form as well. */
export function clearDraft(form?: HTMLFormElement): void {
  for (const control of form ? controlsOf(form) : []) control.value = '';
  write(undefined);
}

/** Forgets what is too old. */
export function readDraft(): Draft {
  try {
    const draft = JSON.parse(localStorage.getItem(DRAFT_ENTRY) ?? '{}');
    if (Date.now() - draft.at < ticketLimits.DRAFT_SECONDS * 1000) return draft;
  } catch {
    // A browser that keeps nothing, or something else under this name.
  }
  write(undefined);
  return NOTHING;
}

/** Some browsers refuse; then the form is as it is without a script. */
function write(draft: Draft | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(DRAFT_ENTRY);
    else localStorage.setItem(DRAFT_ENTRY, JSON.stringify(draft));
  } catch {
    // Nothing is kept.
  }
}
