import { randomBytes } from 'node:crypto';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import { isNumberMissing } from '../../../shared/domain/documents/number-missing.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { IntakeView, UnmaskedPages } from '../../../shared/ipc/views/documents.ts';
import type { ExaminedFile, Examiner, ExamineRequest } from '../examiner.ts';
import { intakePageUrl, intakeViewOf, type IntakeItem, type OfferedFile, type Slot } from './intake-item.ts';
import { Turns } from './turns.ts';

/** More bytes than this do not fit an office PC's memory. */
const mostBytes = 120 * 1024 * 1024;
/** One is worked on; the next is there when it ends. */
const atOnce = 2;

export interface IntakeParts {
  examiner: Examiner;
  makeId: () => string;
  changed: (view: IntakeView) => void;
}

/**
 * Files on their way into the vault: until they are masked and kept they lie here, in memory and nowhere else. Emptied
 * when the desk is locked; the bytes are overwritten then, as far as the language lets us.
 */
export class IntakeShelf {
  readonly #items = new Map<string, IntakeItem>();
  readonly #turns = new Turns(atOnce);
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** An officer is choosing files: the process that reads them starts meanwhile. */
  expectFiles(): void {
    this.#parts.examiner.getReady();
  }

  /** Null when the table is full: something is to be kept or discarded first. */
  add(slot: Slot, file: OfferedFile): IntakeItem | null {
    if (!this.hasRoomFor(file.bytes.byteLength)) return null;
    const item: IntakeItem = {
      ...slot,
      ...{ id: this.#parts.makeId(), file, shareCode: null, handBoxes: [] },
      progress: file.fault === null ? { state: 'queued' } : { state: 'failed', fault: file.fault },
      ...{ token: randomBytes(24).toString('base64url'), originals: [], work: new AbortController() },
    };
    this.#items.set(item.id, item);
    this.#tell(item);
    if (file.fault === null) void this.#examine(item);
    return item;
  }

  hasRoomFor(bytes: number): boolean {
    const held = [...this.#items.values()].reduce((sum, item) => sum + item.file.bytes.byteLength, 0);
    return this.#items.size < documentLimits.intakes && held + bytes <= mostBytes;
  }

  get(id: string): IntakeItem | null {
    return this.#items.get(id) ?? null;
  }

  of(requestId: RequestId): IntakeItem[] {
    return [...this.#items.values()].filter((item) => item.requestId === requestId);
  }

  /** Masks again, with these boxes and no others besides what was found; resolves when that is done. */
  async maskByHand(item: IntakeItem, boxes: readonly PageBox[]): Promise<void> {
    item.handBoxes = [...boxes];
    await this.#again(item);
  }

  async tryShareCode(item: IntakeItem, code: string): Promise<void> {
    item.shareCode = code;
    await this.#again(item);
  }

  /**
   * The addresses of the unmasked pages, made now, with the boxes drawn so far; no address when they could not be made.
   */
  async showOriginal(item: IntakeItem): Promise<UnmaskedPages> {
    if (item.originals.length === 0) {
      const made = await this.#run(item, { wantOriginal: true });
      if (made.ok) item.originals = made.value.originalPages;
    }
    const urls = item.originals.map((_, page) => intakePageUrl(item.token, 'original', page));
    return { urls, boxes: item.handBoxes };
  }

  /** Null for what is no longer here. */
  pageOf(token: string, which: 'masked' | 'original', page: number): Uint8Array | null {
    const item = [...this.#items.values()].find((one) => one.token === token);
    if (!item) return null;
    if (which === 'original') return item.originals[page] ?? null;
    return item.progress.state === 'ready' ? (item.progress.examined.maskedPages[page] ?? null) : null;
  }

  /** Ends the work on it; nothing of it stays. */
  remove(id: string): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#items.delete(id);
    item.work.abort();
    for (const bytes of [item.file.bytes, ...item.originals]) bytes.fill(0);
    item.originals = [];
  }

  clear(): void {
    for (const id of [...this.#items.keys()]) this.remove(id);
  }

  async #again(item: IntakeItem): Promise<void> {
    item.work.abort();
    item.work = new AbortController();
    item.progress = { state: 'queued' };
    await this.#examine(item, true);
  }

  /** @param isUrgent where the officer has looked at this one and waits for it. */
  async #examine(item: IntakeItem, isUrgent = false): Promise<void> {
    const { work } = item;
    const examined = await this.#turns.take(
      // It may be gone when its turn comes, and its bytes with it.
      async () => (work.signal.aborted ? null : this.#run(item, { wantOriginal: false })),
      isUrgent,
    );
    // Discarded, or begun anew, while it ran: that one tells.
    if (examined === null || item.work !== work || work.signal.aborted) return;
    item.progress = examined.ok
      ? { state: 'ready', examined: askedAbout(item, examined.value) }
      : { state: 'failed', fault: examined.error };
    this.#tell(item);
  }

  #run(item: IntakeItem, { wantOriginal }: Pick<ExamineRequest, 'wantOriginal'>) {
    const { file, shareCode, handBoxes, work } = item;
    // A copy: what is handed to another process may be taken from this one.
    const request = {
      ...{ bytes: file.bytes.slice(), fileName: file.name, shareCode, handBoxes, wantOriginal },
      ...{ isAadhaarSlot: item.kind === 'aadhaar', wantMasked: true },
    };
    return this.#parts.examiner.examine(request, {
      signal: work.signal,
      progress: (page, pages) => {
        if (item.work !== work || wantOriginal) return;
        item.progress = { state: 'working', page, pages };
        this.#tell(item);
      },
    });
  }

  #tell(item: IntakeItem): void {
    if (this.#items.has(item.id)) this.#parts.changed(intakeViewOf(item));
  }
}

/** A scan that the server calls unmasked is kept only once its number was found or marked, whatever paper it is. */
function askedAbout({ file }: IntakeItem, examined: ExaminedFile): ExaminedFile {
  const { reading } = examined;
  if (file.source !== 'server' || !isNumberMissing(reading)) return examined;
  return { ...examined, reading: { ...reading, masking: { ...reading.masking, wantsHand: true } } };
}
