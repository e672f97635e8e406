/**
 * Gives the focus to the screen's heading when no element has it any more: a keyboard would start again at the window's
 * top, and a screen reader say nothing. Waits for whoever has a better place to put it.
 */
export function focusScreenIfLost(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(focusNow)));
}

function focusNow(): void {
  if (document.activeElement !== document.body) return;
  const heading =
    document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
