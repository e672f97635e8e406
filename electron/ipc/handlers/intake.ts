import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { IntakeView } from '../../../shared/ipc/views/documents.ts';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import {
  intakeViewOf,
  type IntakeItem,
  type OfferedFile,
  type Slot,
} from '../../documents/intake/intake-item.ts';
import type { SignedIn } from '../../session/session.ts';
import { keepIntake } from '../keep-intake.ts';
import { done, whileSignedIn, type Services } from '../services.ts';

type Intakes = Extract<keyof Handlers, `intake.${string}`>;

/** What can hold a scan, or the file of a paperless e-KYC. */
const endings = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'pdf', 'heic', 'heif', 'zip'];

export function intakeHandlers(services: Services): Pick<Handlers, Intakes> {
  const { shelf, chooser } = services.documents;
  return {
    'intake.pick': (slot) =>
      whileSignedIn(services, async (desk) => {
        shelf.expectFiles();
        const chosen = await chooser.files(endings, true);
        if (services.session.signedIn() !== desk) return fail({ kind: 'not-signed-in' });
        const offered = chosen.flatMap(({ fault, ...file }) =>
          fault === 'left-out' ? [] : [offer({ ...file, fault }, 'picker')],
        );
        return addAll(services, slot, offered, chosen.length - offered.length);
      }),
    'intake.drop': ({ files, ...slot }) =>
      whileSignedIn(services, async () =>
        addAll(
          services,
          slot,
          files.map((file) => offer(file, 'drop')),
        ),
      ),
    'intake.fromServer': (slot) => whileSignedIn(services, async (desk) => fromServer(services, desk, slot)),
    'intake.list': ({ requestId }) =>
      whileSignedIn(services, async () => ok(shelf.of(requestId).map(intakeViewOf))),
    'intake.mask': ({ id, boxes }) =>
      withItem(services, id, async (_, item) => {
        await shelf.maskByHand(item, boxes);
        return ok(intakeViewOf(item));
      }),
    'intake.shareCode': ({ id, code }) =>
      withItem(services, id, async (_, item) => {
        await shelf.tryShareCode(item, code.trim());
        return ok(intakeViewOf(item));
      }),
    'intake.showOriginal': ({ id, reason }) =>
      withItem(services, id, async (desk, item) => {
        if (containsAadhaarNumber(reason)) return fail({ kind: 'aadhaar-number-in-text', field: 'reason' });
        const pages = await shelf.showOriginal(item);
        if (pages.urls.length === 0) return fail({ kind: 'document', fault: 'damaged' });
        // The look is on record before anything is shown: nobody knows the addresses yet.
        await noteIntake(services, desk, 'unmasked-shown', item, { reason });
        return ok(pages);
      }),
    'intake.keep': ({ id }) => withItem(services, id, (desk, item) => keepIntake(services, desk, item)),
    'intake.discard': ({ id }) =>
      whileSignedIn(services, async (desk) => {
        const item = shelf.get(id);
        shelf.remove(id);
        if (item) await noteIntake(services, desk, 'intake-discarded', item, {});
        return done;
      }),
  };
}

function offer(
  { name, ...file }: Pick<OfferedFile, 'name' | 'bytes' | 'fault'>,
  source: OfferedFile['source'],
): OfferedFile {
  return { ...file, name: name.slice(-300), source, folderFileId: null };
}

/**
 * Where some find no place any more their number is told; the others are on the table.
 * @param leftBefore how many were left out already.
 */
function addAll(
  { documents }: Services,
  slot: Slot,
  files: readonly OfferedFile[],
  leftBefore = 0,
): Result<IntakeView[], DeskError> {
  const added = files.map((file) => documents.shelf.add(slot, file));
  const views = added.flatMap((item) => (item ? [intakeViewOf(item)] : []));
  const left = leftBefore + files.length - views.length;
  return left > 0 ? fail({ kind: 'too-many-intakes', left }) : ok(views);
}

/** Fetches the unmasked scan into memory, as the officer wants to draw the box by hand. */
async function fromServer(
  { documents }: Services,
  { vault, engine }: SignedIn,
  slot: Slot,
): Promise<Result<IntakeView, DeskError>> {
  const stored = await vault.store.request(slot.requestId);
  const document = stored?.request.documents.find(({ id }) => id === slot.documentId);
  if (!document?.scan) return fail({ kind: 'not-found' });
  if (!documents.shelf.hasRoomFor(document.scan.size)) return fail({ kind: 'too-many-intakes', left: 1 });
  documents.wantByHand(document.scan.hash, slot);
  await vault.store.scanWanted(document.scan.hash);
  await engine.fetchScan(document.scan.hash);
  const items = documents.shelf.of(slot.requestId);
  const item = items.findLast((one) => one.documentId === slot.documentId && one.file.source === 'server');
  return item ? ok(intakeViewOf(item)) : fail({ kind: 'server-unreachable' });
}

function withItem<Value>(
  services: Services,
  id: string,
  work: (desk: SignedIn, item: IntakeItem) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  return whileSignedIn(services, async (desk) => {
    const item = services.documents.shelf.get(id);
    return item ? work(desk, item) : fail({ kind: 'intake-gone' });
  });
}

/** Which slot and from where; never a file's name, which may be a person's. */
export async function noteIntake(
  { clock }: Services,
  { vault, officer }: SignedIn,
  action: string,
  { requestId, documentId, kind, file }: IntakeItem,
  detail: Record<string, string | number>,
): Promise<void> {
  const at = instantOf(clock.now());
  const what = { document: documentId, kind, source: file.source, ...detail };
  await vault.store.noteAudit({ at, actor: officer.officerId, action, subject: requestId, detail: what });
}
