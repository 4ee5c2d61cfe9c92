/** What was typed and not sent, kept on the device for a while: a tab may close, a line may break. */

import type { TicketFieldName } from '../../shared/contact-topics';
import { DRAFT_ENTRY, ticketLimits } from '../../shared/ticket-limits';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The fields of a form of support; none of them is for a secret. */
function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.querySelectorAll<Control>('.field input, .field textarea')];
}

/** Fills in what was kept, where the page has nothing better, and keeps what is typed from now on. */
export function keepDraft(form: HTMLFormElement): void {
  const kept = readDraft();
  for (const control of controlsOf(form)) control.value ||= kept[control.name] ?? '';
  form.addEventListener('input', () => {
    const typed = Object.fromEntries(controlsOf(form).map(({ name, value }) => [name, value]));
    write(JSON.stringify({ at: Date.now(), fields: { ...kept, ...typed } }));
  });
}

/** What was answered in another form need not be typed again (WCAG 3.3.7). */
export function keepAnswer(name: TicketFieldName, value: string): void {
  write(JSON.stringify({ at: Date.now(), fields: { ...readDraft(), [name]: value } }));
}

/** Empties the form as well. */
export function clearDraft(form?: HTMLFormElement): void {
  for (const control of form ? controlsOf(form) : []) control.value = '';
  write(undefined);
}

function readDraft(): Readonly<Record<string, string>> {
  try {
    const { at, fields } = JSON.parse(localStorage.getItem(DRAFT_ENTRY) ?? '{}');
    if (Date.now() - at < ticketLimits.DRAFT_SECONDS * 1000) return fields;
  } catch {
    // A browser that keeps nothing, or something else under this name.
  }
  write(undefined);
  return {};
}

/** Some browsers refuse; then the form is as it is without a script. */
function write(draft: string | undefined): void {
  try {
    if (draft === undefined) localStorage.removeItem(DRAFT_ENTRY);
    else localStorage.setItem(DRAFT_ENTRY, draft);
  } catch {
    // Nothing is kept.
  }
}
