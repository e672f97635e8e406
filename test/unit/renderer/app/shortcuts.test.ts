import { describe, expect, it } from 'vitest';
import {
  chordOf,
  isTypingSafe,
  printedChord,
  type KeyPress,
} from '../../../../renderer/app/shortcuts/chord.ts';
import { shortcutFor, type Shortcut } from '../../../../renderer/app/shortcuts/registry.ts';

function press(key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...modifiers };
}

describe('chordOf', () => {
  it.each([
    [press('a', 'KeyA'), 'a'],
    [press('ो', 'KeyA'), 'a'],
    [press('?', 'Slash', { shiftKey: true }), '?'],
    [press('य', 'Slash'), '/'],
    [press('z', 'KeyZ', { ctrlKey: true }), 'Ctrl+Z'],
    [press('1', 'Digit1', { altKey: true }), 'Alt+1'],
    [press('+', 'Equal', { shiftKey: true }), '+'],
    [press('+', 'NumpadAdd'), '+'],
    [press('ArrowDown', 'ArrowDown'), 'ArrowDown'],
    [press('Enter', 'Enter', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Enter'],
    [press('A', 'KeyA', { shiftKey: true }), 'Shift+a'],
  ])('names %o %s', (pressed, chord) => {
    expect(chordOf(pressed)).toBe(chord);
  });
});

it('lets only chords with Ctrl or Alt, Escape and function keys through while typing', () => {
  expect(['Ctrl+Enter', 'Alt+1', 'Escape', 'F1'].every(isTypingSafe)).toBe(true);
  expect(['a', '/', '?', 'ArrowDown', 'Enter', 'Shift+a'].some(isTypingSafe)).toBe(false);
});

it('prints keys as they stand on the keyboard', () => {
  expect(printedChord('ArrowDown')).toBe('↓');
  expect(printedChord('a')).toBe('A');
  expect(printedChord('Ctrl+Z')).toBe('Ctrl+Z');
  expect(printedChord('+')).toBe('+');
});

describe('shortcutFor', () => {
  function shortcut(label: string, keys: string[], isEnabled = true): Shortcut {
    return { label, keys, group: 'g', run: () => undefined, isEnabled };
  }
  const shell = {
    id: Symbol('shell'),
    shortcuts: [shortcut('shell a', ['a']), shortcut('save', ['Ctrl+S'])],
  };
  const screen = { id: Symbol('screen'), shortcuts: [shortcut('screen a', ['a'])] };

  it('prefers the screen that came last', () => {
    expect(shortcutFor([shell, screen], press('a', 'KeyA'), { isTyping: false })?.label).toBe('screen a');
  });

  it('passes over what is not enabled', () => {
    const off = { id: Symbol('off'), shortcuts: [shortcut('off', ['a'], false)] };
    expect(shortcutFor([shell, off], press('a', 'KeyA'), { isTyping: false })?.label).toBe('shell a');
  });

  it('leaves letters to the field while typing', () => {
    expect(shortcutFor([shell], press('a', 'KeyA'), { isTyping: true })).toBeUndefined();
    expect(shortcutFor([shell], press('s', 'KeyS', { ctrlKey: true }), { isTyping: true })?.label).toBe(
      'save',
    );
  });
});
