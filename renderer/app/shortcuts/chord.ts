/** The parts of a keyboard event that name a chord. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/**
 * Names what was pressed: `a`, `/`, `?`, `ArrowDown`, `Ctrl+Z`, `Ctrl+Shift+Enter`. Letters and digits go by their
 * place on the keyboard, so that the shortcuts work on a Hindi layout too, where `event.key` is a Devanagari letter.
 */
export function chordOf(press: KeyPress): string {
  const base = baseKey(press);
  const hasModifier = press.ctrlKey || press.altKey || press.metaKey;
  const isSign = base.length === 1 && !/[a-z0-9]/.test(base);
  const parts = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && !isSign ? 'Shift' : '',
    hasModifier && base.length === 1 ? base.toUpperCase() : base,
  ];
  return parts.filter((part) => part !== '').join('+');
}

function baseKey(press: KeyPress): string {
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1];
  if (letter !== undefined && isPlainOrForeign(press)) return letter.toLowerCase();
  if (press.key === '?') return '?';
  if (press.code === 'Slash') return press.shiftKey ? '?' : '/';
  if (press.code === 'NumpadAdd') return '+';
  if (press.code === 'NumpadSubtract') return '-';
  return press.key;
}

/** A shifted digit is a sign (`+`, `?` on some layouts); a letter stays a letter. */
function isPlainOrForeign(press: KeyPress): boolean {
  return press.code.startsWith('Key') || !press.shiftKey;
}

/** While something is typed, only chords with Ctrl or Alt and Escape are shortcuts. */
export function isTypingSafe(chord: string): boolean {
  return /^(?:Ctrl|Alt)\+/.test(chord) || chord === 'Escape' || /^F\d+$/.test(chord);
}

/** As shown on screen: `↑`, `Enter`, `Ctrl+Z`; letters as capitals, as they stand on the keys. */
export function printedChord(chord: string): string {
  const names: Record<string, string> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Escape: 'Esc',
    ' ': 'Space',
  };
  return chord
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
