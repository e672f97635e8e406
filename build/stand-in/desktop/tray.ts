import { Emitter } from '../emitter.ts';

/** An icon that no desktop shows; it only keeps what it is told. */
export class Tray
  extends Emitter
  implements Pick<Electron.Tray, 'setToolTip' | 'setContextMenu' | 'destroy' | 'isDestroyed'>
{
  private isGone = false;

  constructor() {
    super('Tray', [], ['click', 'double-click', 'right-click']);
  }

  setToolTip(): void {
    // Nobody can point at it.
  }

  setContextMenu(): void {
    // Nobody can click on it.
  }

  destroy(): void {
    this.isGone = true;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }
}
