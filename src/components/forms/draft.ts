/** What was typed and not sent, kept on the device for a while: a tab may close, a line may break. */

import type { TicketFieldName } from '../../shared/contact-topics';
import { DRAFT_ENTRY, ticketLimits } from '../../shared/ticket-limits';

type Control = HTMLInputElement | HTMLTextAreaElement;

interface Draft {
  /** Milliseconds since the epoch: when something was typed last. */
  readonly at: number;
  /** By the name of a field, behind the form's name; the answers that every form may ask for once more without it. */
  readonly fields: Readonly<Record<string, string>>;
  /** The form that was sent last, by its prefix. */
  readonly sent?: string;
}

const NOTHING: Draft = { at: 0, fields: {} };

/** What is asked in one form need not be typed into the next (WCAG 3.3.7). */
const shared: readonly string[] = ['email', 'account'] satisfies TicketFieldName[];

/** The fields of a form of support; none of them is for a secret. */
function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.querySelectorAll<Control>('.field input, .field textarea')];
}

/** @example prefixOf(form) // 'hacked.' for the form of a topic, '8273018455.' for one that adds to a ticket */
function prefixOf({ dataset }: HTMLFormElement): string {
  return `${dataset.draft}.`;
}

/** Fills in what was kept, where the page has nothing better, and keeps what is typed from now on. */
export function keepDraft(form: HTMLFormElement): void {
  const prefix = prefixOf(form);
  fill(form, prefix);
  form.addEventListener('input', () => {
    const typed = controlsOf(form).flatMap(({ name, value }) => [
      [prefix + name, value],
      ...(shared.includes(name) ? [[name, value]] : []),
    ]);
    write({ at: Date.now(), fields: { ...readDraft().fields, ...Object.fromEntries(typed) } });
  });
  form.addEventListener('submit', () => {
    // The draft brings the words back. The browser's own memory would do so for whoever steps back here after a quick exit.
    if (write({ ...readDraft(), sent: prefix })) for (const control of controlsOf(form)) control.autocomplete = 'off';
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || !canKeep()) return;
    for (const control of controlsOf(form)) control.value = control.defaultValue;
    fill(form, prefix);
  });
}

function fill(form: HTMLFormElement, prefix: string): void {
  const { fields } = readDraft();
  for (const control of controlsOf(form)) control.value ||= fields[prefix + control.name] || fields[control.name] || '';
}

/** What was answered in another form. */
export function keepAnswer(name: TicketFieldName, value: string): void {
  write({ at: Date.now(), fields: { ...readDraft().fields, [name]: value } });
}

/**
 * On the page after a form was taken: forgets that form. A page that is shown again, from the history or by "Reload", says
 * nothing of what was sent since: only the redirect that follows a form does.
 */
export function forgetSent(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const { sent } = readDraft();
  if (sent !== undefined && navigation?.type === 'navigate' && navigation.redirectCount > 0) forget(sent);
}

/** Takes away what was typed into this form, and empties it. */
export function clearForm(form: HTMLFormElement): void {
  for (const control of controlsOf(form)) control.value = '';
  forget(prefixOf(form));
}

function forget(prefix: string): void {
  const { at, fields } = readDraft();
  const rest = Object.entries(fields).filter(([name]) => !name.startsWith(prefix) && !shared.includes(name));
  write(rest.length > 0 ? { at, fields: Object.fromEntries(rest) } : undefined);
}

/** Takes away everything. */
export function clearDraft(): void {
  write(undefined);
}

/** Forgets what is too old. */
export function readDraft(): Draft {
  try {
    const draft = JSON.parse(localStorage.getItem(DRAFT_ENTRY) ?? '{}');
    if (Date.now() - draft.at < ticketLimits.DRAFT_SECONDS * 1000) return { ...NOTHING, ...draft };
  } catch {
    // A browser that keeps nothing, or something else under this name.
  }
  write(undefined);
  return NOTHING;
}

function canKeep(): boolean {
  const draft = readDraft();
  return write(draft.at > 0 ? draft : undefined);
}

/** Some browsers refuse; then the form is as it is without a script. @returns Whether it was written. */
function write(draft: Draft | undefined): boolean {
  try {
    if (draft === undefined) localStorage.removeItem(DRAFT_ENTRY);
    else localStorage.setItem(DRAFT_ENTRY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
