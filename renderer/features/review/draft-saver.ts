import type { Draft } from '../../../shared/domain/decision.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { Result } from '../../../shared/result.ts';

/** Counted from the first unsaved change, not from the last: someone who types without a pause is saved too. */
export const saveAfterMs = 400;

export type SaveState =
  | { kind: 'clean' }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; error: DeskError };

interface Ports {
  save: (draft: Draft) => Promise<Result<undefined, DeskError>>;
  changed: (state: SaveState) => void;
  /** Milliseconds since 1970, for "saved at". */
  now: () => number;
}

/**
 * Keeps an unfinished review in the vault: one save at a time, in order, the newest draft last. A failed save keeps the
 * draft for the next try; nothing is dropped before it is durable.
 */
export class DraftSaver {
  readonly #ports: Ports;
  #unsaved: Draft | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  change(draft: Draft): void {
    if (this.#isStopped) return;
    this.#unsaved = draft;
    if (this.#running === null) this.#ports.changed({ kind: 'waiting' });
    this.#timer ??= setTimeout(() => {
      void this.flush();
    }, saveAfterMs);
  }

  /** Saves what is unsaved now. Resolves when it is durable, or has failed. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running ??= this.#drain();
    await this.#running;
  }

  /** After a decision was recorded: a late save would bring its draft back. */
  stop(): void {
    this.#isStopped = true;
    this.#unsaved = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #drain(): Promise<void> {
    while (this.#unsaved !== null) {
      const draft = this.#unsaved;
      this.#unsaved = null;
      this.#ports.changed({ kind: 'saving' });
      const saved = await this.#ports.save(draft);
      if (!saved.ok) {
        this.#unsaved ??= this.#isStopped ? null : draft;
        this.#ports.changed({ kind: 'failed', error: saved.error });
        break;
      }
      this.#ports.changed({ kind: 'saved', at: this.#ports.now() });
    }
    this.#running = null;
  }
}
