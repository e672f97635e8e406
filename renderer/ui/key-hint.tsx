/** One key or a chord, as printed on the keyboard: `Ctrl+Enter`. Decoration: screen readers get the label alone. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <kbd className="key-hint" aria-hidden="true">
      {keys}
    </kbd>
  );
}
