import { useEffect, useState } from 'react';
import { shortcutFor, useShortcutRegistry, type Shortcut } from './registry.ts';

/**
 * Registers a screen's shortcuts while it is mounted, and shows them in the overlay (`?`). The one place where keys are
 * listened to is `ShortcutListener`; nothing fires while a field is typed in (save chords with Ctrl or Alt) or while a
 * dialog is open.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const [id] = useState(() => Symbol('shortcuts'));
  const { put, drop } = useShortcutRegistry.getState();
  useEffect(() => {
    put(id, shortcuts);
  });
  useEffect(
    () => () => {
      drop(id);
    },
    [drop, id],
  );
}

/** Listens for the whole window; used once, by the shell. */
export function useShortcutListener(): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isDialogOpen()) return;
      const { sets } = useShortcutRegistry.getState();
      const shortcut = shortcutFor(sets, event, { isTyping: isTyping(event.target) });
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    }
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}

function isDialogOpen(): boolean {
  return (
    document.querySelector(
      '[role="dialog"], [role="alertdialog"]:not(.notice), .popover [role="listbox"]',
    ) !== null
  );
}
