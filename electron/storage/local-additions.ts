import { containsAadhaarNumber } from '../../shared/domain/aadhaar-number.ts';
import type { OfficerId } from '../../shared/domain/ids.ts';
import type {
  LocalAddition,
  LocalAdditionId,
  LocalEntry,
  LocalKind,
} from '../../shared/domain/local-addition.ts';
import type { Bilingual, Instant } from '../../shared/domain/values.ts';
import { StorageError } from './storage-error.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { redate } from './working-set.ts';

/** One of each stands. */
const singles: readonly LocalKind[] = ['letterhead', 'signing-title', 'logo'];

/**
 * The rules are told in `Store.addLocal`; the same id again changes nothing.
 * @throws StorageError `failed` for a text with an Aadhaar number.
 */
export function addLocal(unit: UnitOfWork, addition: LocalAddition): void {
  const { additions, audit } = unit.parts;
  const { id, entry, by, at } = addition;
  if (additions.has(id)) return;
  if (textsOf(entry).some(({ hi, en }) => containsAadhaarNumber(hi) || containsAadhaarNumber(en))) {
    throw new StorageError('failed');
  }
  if (singles.includes(entry.kind)) additions.endKind(entry.kind, by, at);
  additions.insert(addition);
  audit.append({ at, actor: by, action: 'local-added', subject: id, detail: { kind: entry.kind } });
  takeOver(unit, entry.kind);
}

export function removeLocal(unit: UnitOfWork, id: LocalAdditionId, actor: OfficerId, at: Instant): void {
  const { additions, audit } = unit.parts;
  const kind = additions.end(id, actor, at);
  if (kind === null) return;
  audit.append({ at, actor, action: 'local-removed', subject: id, detail: { kind } });
  takeOver(unit, kind);
}

function takeOver(unit: UnitOfWork, kind: LocalKind): void {
  unit.masterChanged = true;
  if (kind !== 'holiday' && kind !== 'working-day') return;
  unit.forgetHolidays();
  redate(unit);
}

/** What people wrote; a telephone number and a picture's bytes are no such text. */
function textsOf(entry: LocalEntry): readonly Bilingual[] {
  switch (entry.kind) {
    case 'holiday':
    case 'working-day':
      return [entry.name];
    case 'helpline':
      return [entry.label];
    case 'letterhead':
      return entry.lines;
    case 'signing-title':
      return [entry.title];
    case 'logo':
      return [];
  }
}
