import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import {
  transferAct,
  transferActId,
  type TransferAct,
} from '../../../shared/domain/transfer/transfer-act.ts';
import {
  signedTransferAct,
  type SignedTransferAct,
  type TransferActAnswer,
} from '../../../shared/sync/protocol.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { isSigned } from '../signatures.ts';

export type ActRefusal = Extract<TransferActAnswer, { result: 'refused' }>['reason'];
type ActId = TransferAct['id'];

/** What came under one place of a push: an act whose signature holds, or why not. `id` null: it cannot be named. */
export type ReadAct =
  | { id: ActId; act: TransferAct; signed: SignedTransferAct; refusal: null }
  | { id: ActId | null; act: null; refusal: ActRefusal };

/** Signature first: nothing that an unsigned content says is believed, but the id to answer to. */
export function readAct(raw: unknown, device: PushingDevice): ReadAct {
  const signed = signedTransferAct.safeParse(raw);
  if (!signed.success) return { id: idOf(contentOf(raw)), act: null, refusal: 'unreadable' };
  const content = parsedJson(signed.data.content);
  const id = idOf(content);
  const refuse = (refusal: ActRefusal): ReadAct => ({ id, act: null, refusal });
  if (!isSigned(signed.data.content, signed.data.officerSignature, device.officerSigningKey)) {
    return refuse('officer-signature-wrong');
  }
  const act = transferAct.safeParse(content);
  // PostgreSQL's text has no U+0000, and would fail the whole batch for it.
  if (!act.success || act.data.requestId.includes('\0')) return refuse('unreadable');
  if (act.data.officerId !== device.officerId || act.data.deviceId !== device.id) {
    return refuse('officer-signature-wrong');
  }
  if (containsAadhaarNumber(freeTextOf(act.data))) return refuse('aadhaar-number-in-text');
  return { id: act.data.id, act: act.data, signed: signed.data, refusal: null };
}

function freeTextOf({ act }: TransferAct): string {
  return act.kind === 'acknowledge' ? act.reason : act.note;
}

function contentOf(raw: unknown): unknown {
  const content = typeof raw === 'object' && raw !== null && 'content' in raw ? raw.content : null;
  return typeof content === 'string' ? parsedJson(content) : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function idOf(content: unknown): ActId | null {
  const id = typeof content === 'object' && content !== null && 'id' in content ? content.id : null;
  const parsed = transferActId.safeParse(id);
  return parsed.success ? parsed.data : null;
}
