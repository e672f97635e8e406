import { containsAadhaarNumber } from '../../shared/domain/aadhaar-number.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { TransferAct } from '../../shared/domain/transfer/transfer-act.ts';
import type { Bilingual, Instant } from '../../shared/domain/values.ts';
import type { TransferRow } from '../../shared/ipc/views/transfer-view.ts';
import { unreachable } from '../../shared/result.ts';
import type { SignedTransferAct, TransferActAnswer } from '../../shared/sync/protocol.ts';
import { StorageError } from './storage-error.ts';
import type { StoreParts } from './store-parts.ts';
import type { StoredTransfer } from './store.ts';
import { transferRowOf } from './transfer-row-of.ts';
import { readAct } from './tables/act-table.ts';
import type { TransferRecord } from './tables/transfer-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/**
 * Keeps and queues what an officer did about a transfer. The audit names it without its words.
 * @throws StorageError `failed` for a text with an Aadhaar number: it is signed, so it cannot be masked.
 */
export function saveTransferAct(unit: UnitOfWork, signed: SignedTransferAct, at: Instant): void {
  const { acts, audit } = unit.parts;
  const act = readAct(signed);
  if (acts.get(act.id)) return;
  if (containsAadhaarNumber(wordsOf(act))) throw new StorageError('failed');
  acts.insert(act, signed);
  remakeRow(unit.parts, act.requestId);
  unit.transfersChanged = true;
  const { action, detail } = noteOf(act);
  audit.append({ at, actor: act.officerId, action, subject: act.requestId, detail });
}

/** Takes the server's answers. One for an act that has its answer changes nothing. */
export function applyActAnswers(unit: UnitOfWork, answers: readonly TransferActAnswer[], at: Instant): void {
  const { acts, audit } = unit.parts;
  for (const answer of answers) {
    const stored = acts.get(answer.id);
    if (stored?.state !== 'unsent') continue;
    const why = answer.result === 'refused' ? answer.reason : null;
    acts.setAnswer(answer.id, answer.result, why, at);
    remakeRow(unit.parts, stored.act.requestId);
    unit.transfersChanged = true;
    const detail = { act: answer.id, answer: why };
    const action = `transfer-act-${answer.result}`;
    audit.append({ at, actor: null, action, subject: stored.act.requestId, detail });
  }
}

/** Every transfer's row; the centre's name is the request's of today. */
export function listTransfers(parts: StoreParts): TransferRow[] {
  return parts.transfers.listed().flatMap(({ requestId, row, centreName }) => {
    const made =
      row === null ? rowOf(parts, parts.transfers.get(requestId)) : (JSON.parse(row) as TransferRow);
    if (made === null) return [];
    return [centreName === null ? made : { ...made, centreName: JSON.parse(centreName) as Bilingual }];
  });
}

/** Keeps the row of a transfer as it is now, with this desk's own acts. */
export function keepRow(parts: StoreParts, record: TransferRecord | null): void {
  const row = rowOf(parts, record);
  if (row) parts.transfers.keepRow(row);
}

function remakeRow(parts: StoreParts, id: RequestId): void {
  keepRow(parts, parts.transfers.get(id));
}

function rowOf(parts: StoreParts, record: TransferRecord | null): TransferRow | null {
  return record && transferRowOf(withOwnActs(parts, record));
}

/** The transfer with this desk's own acts, until the feed brings them; refused ones are not told. */
export function withOwnActs({ acts }: StoreParts, { transfer, row }: TransferRecord): StoredTransfer {
  const own = acts.ofRequest(transfer.requestId);
  const told = new Set(transfer.acts.map(({ id }) => id));
  const untold = own.filter(({ act, state }) => state !== 'refused' && !told.has(act.id));
  return {
    transfer: { ...transfer, acts: [...transfer.acts, ...untold.map(({ act }) => act)] },
    unsentActs: own.filter(({ state }) => state === 'unsent').length,
    centreName: centreNameOf(transfer, row),
  };
}

function centreNameOf(transfer: TransferRecord['transfer'], row: string | null): Bilingual {
  if (row !== null) return (JSON.parse(row) as { centreName: Bilingual }).centreName;
  const { oldKioskCode: code } = transfer;
  return transfer.before?.centre.name ?? { hi: code, en: code };
}

function wordsOf({ act }: TransferAct): string {
  return act.kind === 'acknowledge' ? act.reason : act.note;
}

function noteOf({ id, act }: TransferAct) {
  switch (act.kind) {
    case 'acknowledge':
      return { action: 'transfer-acknowledged', detail: { act: id, lines: act.lines.length } };
    case 'follow-up-done':
      return { action: 'transfer-follow-up-done', detail: { act: id, followUp: act.followUp } };
    default:
      return unreachable(act);
  }
}
