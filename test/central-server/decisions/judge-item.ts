import {
  checkDecision,
  fieldWithAadhaarNumber,
  type DecisionFault,
} from '../../../shared/domain/check-decision.ts';
import type { ConflictReason } from '../../../shared/domain/conflict.ts';
import type { DecisionContent } from '../../../shared/domain/decision.ts';
import type { ReasonCode } from '../../../shared/domain/master.ts';
import { openStatuses, type MigrationRequest } from '../../../shared/domain/request.ts';
import type { RefusalReason } from '../../../shared/sync/protocol.ts';
import { isSigned } from '../signatures.ts';
import { isCommitted, type PushingDevice, type ReadItem } from './sealed-item.ts';

export type Verdict =
  | { result: 'accepted'; content: DecisionContent; request: MigrationRequest }
  /** `request` is null where it is no longer the district's: nothing of it is told. */
  | { result: 'conflict'; reason: ConflictReason; request: MigrationRequest | null }
  | { result: 'refused'; reason: RefusalReason; message: string };

/** A request as the server has it, and whose it is. */
export interface KnownRequest {
  request: MigrationRequest;
  districtId: string;
}

/** What the server knows of the request that an item names. */
export interface Ground {
  /** Null where no district has it. */
  known: KnownRequest | null;
  /** Whether the device's district had it once, and has it no more. */
  hasLeft: boolean;
}

/**
 * Whether a decision whose link is in order may stand. Signatures first: nothing that an unsigned content says is
 * believed. Then whose request it is, then the request's present state, then the rules for the outcome itself.
 */
export function judgeItem(
  item: ReadItem,
  device: PushingDevice,
  ground: Ground,
  reasonCodes: readonly ReasonCode[],
): Verdict {
  const { sealed, content } = item;
  if (sealed === null) return refused('unreadable', 'The decision does not have the form of protocol 1');
  if (!isCommitted(sealed)) {
    return refused('device-signature-wrong', 'The signed commitment is not that of this content');
  }
  if (!isSigned(sealed.content, sealed.officerSignature, device.officerSigningKey)) {
    return refused('officer-signature-wrong', 'The content is not signed by the officer of this device');
  }
  if (content === null || content.id !== sealed.id) {
    return refused('unreadable', 'The content does not have the form of protocol 1');
  }
  if (content.officerId !== device.officerId || content.deviceId !== device.id) {
    return refused('officer-signature-wrong', 'The content names another officer or device');
  }
  return judgeContent(content, device, ground, reasonCodes);
}

function judgeContent(
  content: DecisionContent,
  device: PushingDevice,
  ground: Ground,
  reasonCodes: readonly ReasonCode[],
): Verdict {
  const field = fieldWithAadhaarNumber(content);
  if (field !== null) return refused('aadhaar-number-in-text', `An Aadhaar number may stand in ${field}`);
  if (content.districtId !== device.districtId) {
    return refused('not-your-district', 'The decision names another district');
  }
  const { leaving } = device;
  if (leaving && Date.parse(content.recordedAt) > Date.parse(leaving.since)) {
    return refused('recorded-after-leaving', 'The decision was recorded after the device was to leave');
  }
  const { known, hasLeft } = ground;
  if (known?.districtId !== device.districtId) return judgeAbsent(known, hasLeft);
  const conflict = conflictWith(content, known.request);
  if (conflict !== null) return { result: 'conflict', reason: conflict, request: known.request };
  const checked = checkDecision(content, known.request, content.rules, reasonCodes);
  if (!checked.ok) return refused('outcome-not-allowed', messageOf(checked.error));
  return { result: 'accepted', content, request: known.request };
}

/** Decided while it was before this district: the officer did nothing wrong, and is told what became of it. */
function judgeAbsent(known: KnownRequest | null, hasLeft: boolean): Verdict {
  if (hasLeft) {
    return { result: 'conflict', reason: known === null ? 'withdrawn' : 'reassigned', request: null };
  }
  return known === null
    ? refused('request-unknown', 'There is no such request')
    : refused('not-your-district', 'The request belongs to another district');
}

function conflictWith(content: DecisionContent, request: MigrationRequest): ConflictReason | null {
  if (request.status === 'withdrawn') return 'withdrawn';
  if (!openStatuses.includes(request.status)) return 'already-decided';
  return request.version === content.requestVersion ? null : 'changed-since';
}

function messageOf(fault: DecisionFault): string {
  return fault.kind === 'outcome-not-allowed'
    ? `The outcome is not open for this request: ${fault.why}`
    : `The decision is incomplete: ${fault.kind}`;
}

function refused(reason: RefusalReason, message: string): Verdict {
  return { result: 'refused', reason, message };
}
