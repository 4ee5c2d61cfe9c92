/**
 * What the keys do in a combobox with a list of links: an editable combobox with a listbox popup,
 * as the ARIA Authoring Practices Guide has it. Pure; the options are links, so Enter follows one.
 */

export interface ComboboxState {
  readonly open: boolean;
  /** Number of the option that the keys have reached; -1 while they are in the text. */
  readonly active: number;
  readonly count: number;
}

/** What is to be done besides showing the new state. */
export type ComboboxEffect = 'follow' | 'clear' | 'caret-to-start' | 'caret-to-end';

export interface KeyOutcome {
  readonly state: ComboboxState;
  readonly effect?: ComboboxEffect;
  /** Whether the key is used up: the browser must not act on it as well. */
  readonly handled: boolean;
}

export interface Key {
  readonly key: string;
  readonly altKey: boolean;
}

export const closedCombobox: ComboboxState = { open: false, active: -1, count: 0 };

/** New results: the list opens, the keys are in the text. */
export function showOptions(count: number): ComboboxState {
  return { open: true, active: -1, count };
}

export function closeCombobox(state: ComboboxState): ComboboxState {
  return { ...state, open: false, active: -1 };
}

/** The state after a key. */
export function pressKey(state: ComboboxState, { key, altKey }: Key): KeyOutcome {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp':
      return pressArrow(state, key === 'ArrowDown', altKey);
    case 'Home':
    case 'End':
      if (state.active < 0) return { state, handled: false };
      return { state: inText(state), effect: key === 'Home' ? 'caret-to-start' : 'caret-to-end', handled: true };
    case 'Enter':
      if (state.active < 0) return { state: closeCombobox(state), handled: false };
      return { state: closeCombobox(state), effect: 'follow', handled: true };
    case 'Escape':
      if (state.open) return { state: closeCombobox(state), handled: true };
      return { state: { ...closedCombobox }, effect: 'clear', handled: true };
    case 'Tab':
      return { state: closeCombobox(state), handled: false };
    case 'Shift':
    case 'Control':
    case 'Alt':
    case 'Meta':
      return { state, handled: false };
    default:
      return { state: inText(state), handled: false };
  }
}

function pressArrow(state: ComboboxState, isDown: boolean, altKey: boolean): KeyOutcome {
  if (state.count === 0) return { state, handled: false };
  if (altKey) return { state: isDown ? { ...state, open: true } : closeCombobox(state), handled: true };
  const first = isDown ? 0 : state.count - 1;
  const next = state.active + (isDown ? 1 : -1);
  const active = state.active >= 0 && next >= 0 && next < state.count ? next : first;
  return { state: { ...state, open: true, active }, handled: true };
}

function inText(state: ComboboxState): ComboboxState {
  return { ...state, active: -1 };
}
