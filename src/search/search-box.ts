/** The search field as a combobox: what was found is a list of links under the field. */
import {
  type ComboboxEffect,
  type ComboboxState,
  closeCombobox,
  closedCombobox,
  pressKey,
  showOptions,
} from './combobox';
import { element } from './result-view';

/** What the list under the field shows. */
export interface ListContent {
  /** Before the links; may be empty. */
  readonly message: string;
  /** Links, and groups of links. */
  readonly links: readonly (Node | string)[];
  /** What screen readers say. */
  readonly status: string;
  /** The list's name, for screen readers. */
  readonly name: string;
}

export interface SearchBox {
  show(content: ListContent): void;
  close(): void;
}

interface Parts {
  readonly input: HTMLInputElement;
  readonly popup: HTMLElement;
  readonly message: HTMLElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
}

/** Turns a form's search field into a combobox. Closing is the box's own affair; filling it is the caller's. */
export function createSearchBox(form: HTMLFormElement, input: HTMLInputElement): SearchBox {
  const parts = addParts(form, input);
  let state = closedCombobox;
  let options: readonly HTMLAnchorElement[] = [];
  const enter = (next: ComboboxState) => {
    state = next;
    reflect(parts, options, state);
  };
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const outcome = pressKey(state, event);
    const option = options[state.active];
    if (outcome.handled) event.preventDefault();
    enter(outcome.state);
    if (outcome.effect) act(outcome.effect, input, option);
  });
  const close = () => enter(closeCombobox(state));
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close();
  });
  parts.list.addEventListener('click', close);
  return {
    show(content) {
      options = fill(parts, content);
      enter(showOptions(options.length));
    },
    close() {
      parts.status.textContent = '';
      close();
    },
  };
}

function addParts(form: HTMLFormElement, input: HTMLInputElement): Parts {
  const message = element('p', {});
  const list = element('div', { role: 'listbox', id: 'search-list' });
  const popup = element('div', { class: 'search-popup', hidden: '' }, message, list);
  const status = element('div', { role: 'status', class: 'search-status' });
  // Pressing a mouse button on the list must not take the focus from the field: that would close the list.
  popup.addEventListener('mousedown', (event) => event.preventDefault());
  for (const part of [popup, status]) form.appendChild(part);
  const states = { role: 'combobox', 'aria-controls': list.id, 'aria-autocomplete': 'list', 'aria-expanded': 'false' };
  for (const [name, value] of Object.entries(states)) input.setAttribute(name, value);
  return { input, popup, message, list, status };
}

function fill({ message, list, status }: Parts, content: ListContent): readonly HTMLAnchorElement[] {
  message.textContent = content.message;
  message.hidden = content.message === '';
  status.textContent = content.status;
  list.setAttribute('aria-label', content.name);
  list.replaceChildren(...content.links);
  const options = [...list.querySelectorAll('a')];
  for (const [number, option] of options.entries()) {
    option.id = `search-option-${number}`;
    option.role = 'option';
    option.tabIndex = -1;
  }
  return options;
}

function reflect({ input, popup }: Parts, options: readonly HTMLElement[], { open, active }: ComboboxState): void {
  popup.hidden = !open;
  input.setAttribute('aria-expanded', String(open));
  for (const [number, option] of options.entries()) option.ariaSelected = String(number === active);
  const option = options[active];
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
  option?.scrollIntoView({ block: 'nearest' });
}

function act(effect: ComboboxEffect, input: HTMLInputElement, option: HTMLElement | undefined): void {
  if (effect === 'follow') option?.click();
  else if (effect === 'clear') input.value = '';
  else {
    const caret = effect === 'caret-to-start' ? 0 : input.value.length;
    input.setSelectionRange(caret, caret);
  }
}
