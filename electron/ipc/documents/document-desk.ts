import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';
import { ok } from '../../../shared/result.ts';
import type { Emit } from '../register.ts';
import type { Chooser } from '../../documents/intake/choose-files.ts';
import type { Slot } from '../../documents/intake/intake-item.ts';
import { IntakeShelf } from '../../documents/intake/intake-shelf.ts';
import { keptFile } from '../../documents/intake/kept-file.ts';
import { WatchedFolder } from '../../documents/intake/watched-folder.ts';
import type { Examiner } from '../../documents/examiner.ts';
import type { Preferences } from '../../session/preferences.ts';
import { ScanExaminer, type ScanExaminerParts } from '../../session/scan-examiner.ts';
import type { TrustKeeper } from '../../session/trust-keeper.ts';
import type { Store } from '../../storage/store.ts';
import type { MaskScan } from '../../sync/mask-scan.ts';

export interface DocumentDeskParts extends Omit<ScanExaminerParts, 'changed'> {
  examiner: Examiner;
  trust: TrustKeeper;
  chooser: Chooser;
  preferences: Preferences;
  makeId: () => string;
  emit: Emit;
}

/** A network folder tells nothing of its changes: it is looked into. Milliseconds. */
const lookEvery = 4000;

/** What the desk does with documents while an officer is signed in; locking ends all of it. */
export class DocumentDesk {
  readonly shelf: IntakeShelf;
  readonly folder = new WatchedFolder();
  readonly scans: ScanExaminer;
  readonly chooser: Chooser;
  readonly trust: TrustKeeper;
  readonly #parts: DocumentDeskParts;
  /** Unmasked scans that an officer wants to mask by hand, when they come. */
  readonly #byHand = new Map<BlobHash, Slot>();
  #looking: NodeJS.Timeout | undefined;
  /** A look into a full folder over a slow network may take longer than the time between two. */
  #isLooking = false;

  constructor(parts: DocumentDeskParts) {
    const { examiner, makeId, emit, chooser, trust } = parts;
    this.#parts = parts;
    this.chooser = chooser;
    this.trust = trust;
    const changed = (event: 'intake') => (view: Parameters<typeof emit<'intake'>>[1]) => {
      if (parts.signedIn()) emit(event, view);
    };
    this.shelf = new IntakeShelf({ examiner, makeId, changed: changed('intake') });
    this.scans = new ScanExaminer({
      ...parts,
      changed: (requestId) => {
        if (parts.signedIn()) emit('documents', { requestId });
      },
    });
  }

  /** After a sign-in. */
  async begin(store: Pick<Store, 'trustUpdates'>): Promise<void> {
    this.trust.load(await store.trustUpdates());
    this.folder.watch(await this.#parts.preferences.scanFolder());
    clearInterval(this.#looking);
    this.#looking = setInterval(() => void this.#look(), lookEvery).unref();
    this.scans.wake();
  }

  /** When the desk is locked: nothing that is not masked outlives it. */
  end(): void {
    clearInterval(this.#looking);
    this.#byHand.clear();
    this.shelf.clear();
    void this.scans.stop();
  }

  /** The next time this scan comes, it lies on the officer's table instead of being masked by itself. */
  wantByHand(hash: BlobHash, slot: Slot): void {
    this.#byHand.set(hash, slot);
  }

  /** For the sync: masks in memory what the server has unmasked only. */
  readonly maskScan: MaskScan = async (bytes, scan) => {
    const slot = this.#byHand.get(scan.hash);
    if (slot) {
      this.#byHand.delete(scan.hash);
      const file = { name: nameOf(slot, scan), bytes, source: 'server', folderFileId: null } as const;
      this.shelf.add(slot, { ...file, fault: null });
      return ok('wants-hand');
    }
    const examined = await this.#parts.examiner.examine(
      {
        ...{ bytes, fileName: null, shareCode: null, handBoxes: [] },
        // Whatever its slot: it is called unmasked, so an unknown paper may well be one.
        ...{ isAadhaarSlot: true, wantMasked: true, wantOriginal: false },
      },
      { signal: AbortSignal.timeout(longestMasking), progress: () => undefined },
    );
    if (!examined.ok) return examined;
    const { reading, maskedPages } = examined.value;
    if (reading.masking.wantsHand || reading.masking.residue > 0) return ok('wants-hand');
    const { bytes: masked, mime, pages } = await keptFile(maskedPages);
    return ok({ reading, bytes: masked, mime, pages });
  };

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const isNew = await this.folder.look().finally(() => (this.#isLooking = false));
    if (isNew && this.#parts.signedIn()) this.#parts.emit('folder', this.folder.state());
  }
}

/** Milliseconds; the process for documents has limits of its own for each page. */
const longestMasking = 10 * 60_000;

function nameOf({ kind }: Slot, { mime }: Pick<Scan, 'mime'>): string {
  return `${kind}.${mime === 'image/jpeg' ? 'jpg' : (mime.split('/')[1] ?? 'bin')}`;
}
