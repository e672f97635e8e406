import { setTimeout as sleep } from 'node:timers/promises';
import { readingEngine, type DocumentReading } from '../../shared/domain/documents/document-reading.ts';
import type { BlobHash, RequestId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { ExaminedFile, Examiner } from '../documents/examiner.ts';
import type { Applied, Store, UnreadScan } from '../storage/store.ts';
import type { OpenVault } from '../storage/vault.ts';
import type { SignedIn } from './session.ts';

export interface ScanExaminerParts {
  signedIn: () => SignedIn | null;
  examiner: Examiner;
  now: () => number;
  applied: (change: Applied) => void;
  /** What is known of this request's documents changed. */
  changed: (requestId: RequestId) => void;
  fault: (error: unknown) => void;
  /** How long it waits where the process for documents has no room for another file. */
  pauseMilliseconds?: number;
}

const usualPause = 3000;

export type WantedReading = Pick<UnreadScan, 'hash' | 'pages' | 'requestId'>;

export interface RunningScan {
  hash: BlobHash;
  page: number;
  pages: number;
}

/**
 * Reads the scans that lie in the vault and were not read yet, one after the other, while an officer is signed in: when
 * a request is opened, what stands on its papers is there already. What an officer looks at goes first.
 */
export class ScanExaminer {
  readonly #parts: ScanExaminerParts;
  #loop: Promise<void> | null = null;
  #wanted: WantedReading[] = [];
  #running: RunningScan | null = null;
  #isCalled = false;
  #work = new AbortController();

  constructor(parts: ScanExaminerParts) {
    this.#parts = parts;
  }

  running(): RunningScan | null {
    return this.#running;
  }

  /** There may be something to read: after a sign-in, and after each change that came. */
  wake(): void {
    if (this.#loop) {
      // It may be about to end: what came now is looked for once more.
      this.#isCalled = true;
      return;
    }
    this.#isCalled = false;
    this.#loop = this.#run()
      .catch(this.#parts.fault)
      .finally(() => {
        this.#loop = null;
        if (this.#isCalled) this.wake();
      });
  }

  /** Before all others, also where it was read before. */
  first(scan: WantedReading): void {
    this.#wanted = [scan, ...this.#wanted.filter(({ hash }) => hash !== scan.hash)];
    this.wake();
  }

  /** When the desk is locked: what runs is broken off, and is read again later. */
  async stop(): Promise<void> {
    this.#wanted = [];
    this.#isCalled = false;
    this.#work.abort();
    this.#work = new AbortController();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#work;
    for (;;) {
      const desk = this.#parts.signedIn();
      if (!desk || signal.aborted) return;
      // What was asked for while the vault was looked into goes first.
      const [unread] = this.#wanted.length > 0 ? [] : await desk.vault.store.unreadScans(readingEngine, 1);
      const scan = this.#wanted.shift() ?? unread;
      if (!scan || !(await this.#read(desk.vault, scan, signal))) return;
    }
  }

  /** @returns false where it is no use to go on now. */
  async #read({ store, blobs }: OpenVault, scan: WantedReading, signal: AbortSignal): Promise<boolean> {
    const bytes = await blobs.get(scan.hash).catch(() => null);
    const at = () => instantOf(this.#parts.now());
    if (bytes === null) {
      this.#parts.applied(await store.readingFailed(scan.hash, readingEngine, 'damaged', at()));
      return true;
    }
    this.#running = { hash: scan.hash, page: 0, pages: scan.pages };
    this.#parts.changed(scan.requestId);
    const examined = await this.#examine(scan, bytes, signal);
    this.#running = null;
    // Broken off: that says nothing of the scan.
    if (signal.aborted || (!examined.ok && examined.error === 'cancelled')) return false;
    this.#parts.applied(await keepResult(store, scan.hash, examined, at()));
    this.#parts.changed(scan.requestId);
    return true;
  }

  /** Waits as long as there is no room: an officer's own files go first. */
  async #examine(
    { hash }: WantedReading,
    bytes: Uint8Array,
    signal: AbortSignal,
  ): Promise<Result<ExaminedFile, DocumentFault>> {
    const progress = (page: number, pages: number) => (this.#running = { hash, page, pages });
    for (;;) {
      const examined = await this.#parts.examiner.examine(requestOf(bytes), { signal, progress });
      if (examined.ok || examined.error !== 'busy') return examined;
      const { pauseMilliseconds = usualPause } = this.#parts;
      await sleep(pauseMilliseconds, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return fail('cancelled');
    }
  }
}

/** A scan of the server's that was called masked and shows a number does not stay. */
async function keepResult(
  store: Store,
  hash: BlobHash,
  examined: Result<ExaminedFile, DocumentFault>,
  at: Instant,
): Promise<Applied> {
  if (!examined.ok) return store.readingFailed(hash, readingEngine, examined.error, at);
  const { reading } = examined.value;
  const showsNumber = reading.masking.regions.length > 0 || reading.masking.residue > 0;
  if (showsNumber) {
    const applied = await store.scanFoundUnmasked(hash, at);
    if ((await store.scan(hash))?.state === 'unmasked') return applied;
  }
  return store.saveReading(hash, withoutHand(reading), at);
}

/** On a scan that stays as it is nobody can draw a box: that no number was found is said in other words. */
function withoutHand(reading: DocumentReading): DocumentReading {
  return { ...reading, masking: { ...reading.masking, wantsHand: false } };
}

/** No copy is wanted: what lies in the vault is masked. */
function requestOf(bytes: Uint8Array) {
  const name = { fileName: null, shareCode: null, handBoxes: [] };
  return {
    ...name,
    bytes: new Uint8Array(bytes),
    isAadhaarSlot: false,
    wantMasked: false,
    wantOriginal: false,
  };
}
