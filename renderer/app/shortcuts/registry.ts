import { create } from 'zustand';
import { chordOf, isTypingSafe, type KeyPress } from './chord.ts';

export interface Shortcut {
  /** Chords as `chordOf` names them; any of them runs it. The first is shown on screen. */
  keys: readonly string[];
  /** What it does, in the officer's language. */
  label: string;
  /** Heading in the overlay. */
  group: string;
  run: () => void;
  /** False: shown, but does nothing now. */
  isEnabled?: boolean;
}

interface Registry {
  /** One entry for each mounted `useShortcuts`, the latest last. */
  sets: readonly { id: symbol; shortcuts: readonly Shortcut[] }[];
  put: (id: symbol, shortcuts: readonly Shortcut[]) => void;
  drop: (id: symbol) => void;
}

export const useShortcutRegistry = create<Registry>()((set) => ({
  sets: [],
  put: (id, shortcuts) => {
    set(({ sets }) => {
      const entry = { id, shortcuts };
      const isKnown = sets.some((one) => one.id === id);
      return { sets: isKnown ? sets.map((one) => (one.id === id ? entry : one)) : [...sets, entry] };
    });
  },
  drop: (id) => {
    set(({ sets }) => ({ sets: sets.filter((one) => one.id !== id) }));
  },
}));

/** What a key press means now: the latest registered wins, so that a screen may take a key from the shell. */
export function shortcutFor(
  sets: Registry['sets'],
  press: KeyPress,
  where: { isTyping: boolean },
): Shortcut | undefined {
  const chord = chordOf(press);
  if (where.isTyping && !isTypingSafe(chord)) return undefined;
  for (const { shortcuts } of [...sets].reverse()) {
    const found = shortcuts.find((one) => one.isEnabled !== false && one.keys.includes(chord));
    if (found) return found;
  }
  return undefined;
}
