import { hash } from 'node:crypto';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { ArchiveTable, Place, Placed } from '../tables/archive-table.ts';
import { archiveWords, type ArchiveTexts } from './archive-words.ts';

/**
 * What one transaction changes of the archive. The words of what is new wait for its end and go into the index in the
 * order of their places: for each place below the last one, FTS5 would write out what it has gathered as a segment of
 * its own. Lives and dies with the transaction.
 */
export class ArchiveBatch {
  readonly #table: ArchiveTable;
  readonly #waiting = new Map<number, string>();

  constructor(table: ArchiveTable) {
    this.#table = table;
  }

  /**
   * Takes a request in, or anew. Words that did not change are left: most versions change a status only.
   * @param before where it stands.
   */
  put(request: Placed, texts: ArchiveTexts, before: Place | null): void {
    const fingerprint = fingerprintOf(request.receivedOn, texts);
    if (before?.fingerprint === fingerprint) return;
    if (before) this.#remove(request.id, before.ordinal);
    this.#waiting.set(this.#table.place(request, fingerprint), archiveWords(texts));
  }

  remove(id: RequestId): void {
    const place = this.#table.of(id);
    if (place) this.#remove(id, place.ordinal);
  }

  /** Before the transaction ends. */
  finish(): void {
    const inOrder = [...this.#waiting].sort(([a], [b]) => a - b);
    for (const [ordinal, words] of inOrder) this.#table.addWords(ordinal, words);
    this.#waiting.clear();
  }

  #remove(id: RequestId, ordinal: number): void {
    if (!this.#waiting.delete(ordinal)) this.#table.removeWords(ordinal);
    this.#table.remove(id);
  }
}

function fingerprintOf(day: IsoDate, texts: ArchiveTexts): string {
  return hash('sha256', JSON.stringify([day, texts]), 'base64').slice(0, 22);
}
