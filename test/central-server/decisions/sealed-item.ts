import {
  decisionContent,
  linkText,
  sealedDecision,
  commitmentText,
} from '../../../shared/domain/decision.ts';
import type { DecisionContent, SealedDecision } from '../../../shared/domain/decision.ts';
import type { LeavingDevice } from '../leaving.ts';
import { isSigned, sha256 } from '../signatures.ts';

/** What the server needs of the device that sent a decision. */
export interface PushingDevice {
  id: string;
  officerId: string;
  districtId: string;
  officerSigningKey: string;
  deviceSigningKey: string;
  /** It may only send what it recorded before. */
  leaving?: LeavingDevice;
}

/** One item of a push as far as it could be read. */
export interface ReadItem {
  /** As sent; `''` when there was none, so that each item still gets its answer. */
  id: string;
  /** The chain link, when it is whole and the device signed it: then it counts as processed, whatever comes after. */
  link: Link | null;
  sealed: SealedDecision | null;
  content: DecisionContent | null;
  fingerprint: string;
}

type Link = Pick<SealedDecision, 'id' | 'sequence' | 'previous' | 'commitment' | 'sealedAt'>;

/** Apart from the rest: the content may be unreadable (a newer app), and its link must still hold the chain together. */
const linkPart = sealedDecision.pick({
  id: true,
  sequence: true,
  previous: true,
  commitment: true,
  sealedAt: true,
  deviceSignature: true,
});

export function readItem(raw: unknown, device: PushingDevice): ReadItem {
  const link = linkPart.safeParse(raw);
  const sealed = sealedDecision.safeParse(raw);
  const isLinkSigned =
    link.success && isSigned(linkText(link.data), link.data.deviceSignature, device.deviceSigningKey);
  return {
    id: idOf(raw),
    link: isLinkSigned ? link.data : null,
    sealed: sealed.success ? sealed.data : null,
    content: sealed.success ? readContent(sealed.data.content) : null,
    fingerprint: sha256(JSON.stringify(sealed.success ? sealed.data : raw)),
  };
}

export function isCommitted(sealed: SealedDecision): boolean {
  return sha256(commitmentText(sealed)) === sealed.commitment;
}

function readContent(text: string): DecisionContent | null {
  try {
    const parsed = decisionContent.safeParse(JSON.parse(text));
    return parsed.success && isStorable(parsed.data.requestId) ? parsed.data : null;
  } catch {
    return null;
  }
}

function idOf(raw: unknown): string {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : '';
  return typeof id === 'string' && isStorable(id) ? id.slice(0, 100) : '';
}

/** PostgreSQL's text has no U+0000, and would fail the whole batch for it. */
function isStorable(text: string): boolean {
  return !text.includes('\0');
}
