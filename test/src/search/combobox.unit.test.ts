/** ARIA Authoring Practices Guide, combobox pattern: "Editable Combobox With List Autocomplete". */
import { describe, expect, it } from 'vitest';
import {
  type ComboboxState,
  closeCombobox,
  closedCombobox,
  type KeyOutcome,
  pressKey,
  showOptions,
} from '../../../src/search/combobox';

const three: ComboboxState = showOptions(3);
const at = (active: number): ComboboxState => ({ ...three, active });
const press = (state: ComboboxState, key: string, altKey = false): KeyOutcome => pressKey(state, { key, altKey });

describe('arrow keys', () => {
  it('go down from the text through the options and around', () => {
    expect(press(three, 'ArrowDown').state.active).toBe(0);
    expect(press(at(0), 'ArrowDown').state.active).toBe(1);
    expect(press(at(2), 'ArrowDown').state.active).toBe(0);
  });

  it('go up from the text to the last option, and around', () => {
    expect(press(three, 'ArrowUp').state.active).toBe(2);
    expect(press(at(2), 'ArrowUp').state.active).toBe(1);
    expect(press(at(0), 'ArrowUp').state.active).toBe(2);
  });

  it('open a closed list at its first or last option', () => {
    const closed = closeCombobox(three);
    expect(press(closed, 'ArrowDown').state).toEqual({ open: true, active: 0, count: 3 });
    expect(press(closed, 'ArrowUp').state).toEqual({ open: true, active: 2, count: 3 });
  });

  it('with Alt only open and close', () => {
    expect(press(closeCombobox(three), 'ArrowDown', true).state).toEqual({ open: true, active: -1, count: 3 });
    expect(press(at(1), 'ArrowUp', true).state).toEqual({ open: false, active: -1, count: 3 });
  });

  it('are left to the text where there are no options', () => {
    expect(press(closedCombobox, 'ArrowDown')).toEqual({ state: closedCombobox, handled: false });
  });

  it('left and right take the keys back to the text', () => {
    for (const key of ['ArrowLeft', 'ArrowRight']) {
      expect(press(at(1), key)).toEqual({ state: three, handled: false });
    }
  });
});

describe('Home and End', () => {
  it('take the keys back to the text, at its beginning or end', () => {
    expect(press(at(1), 'Home')).toEqual({ state: three, effect: 'caret-to-start', handled: true });
    expect(press(at(1), 'End')).toEqual({ state: three, effect: 'caret-to-end', handled: true });
  });

  it('are left to the text while the keys are in it', () => {
    expect(press(three, 'Home')).toEqual({ state: three, handled: false });
  });
});

describe('Enter', () => {
  it('follows the option that the keys have reached', () => {
    expect(press(at(1), 'Enter')).toEqual({ state: closeCombobox(three), effect: 'follow', handled: true });
  });

  it('sends the form while the keys are in the text', () => {
    expect(press(three, 'Enter')).toEqual({ state: closeCombobox(three), handled: false });
  });
});

describe('Escape', () => {
  it('closes the list and keeps the text', () => {
    expect(press(at(1), 'Escape')).toEqual({ state: closeCombobox(three), handled: true });
  });

  it('clears the text when the list is closed, and forgets the options', () => {
    expect(press(closeCombobox(three), 'Escape')).toEqual({ state: closedCombobox, effect: 'clear', handled: true });
  });
});

describe('other keys', () => {
  it('Tab closes the list and moves on', () => {
    expect(press(at(1), 'Tab')).toEqual({ state: closeCombobox(three), handled: false });
  });

  it('letters take the keys back to the text', () => {
    expect(press(at(1), 'a')).toEqual({ state: three, handled: false });
  });

  it('Shift and its like change nothing by themselves', () => {
    for (const key of ['Shift', 'Control', 'Alt', 'Meta']) {
      expect(press(at(1), key)).toEqual({ state: at(1), handled: false });
    }
  });
});
