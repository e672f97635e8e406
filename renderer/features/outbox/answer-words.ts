import type { TFunction } from 'i18next';
import type { ConflictReason } from '../../../shared/domain/conflict.ts';
import type { SyncProblem } from '../../../shared/ipc/sync-status.ts';
import type { UnprovenWhy } from '../../../shared/ipc/views/outbox.ts';
import type { RefusalReason, TransferActAnswer } from '../../../shared/sync/protocol.ts';

type Code =
  | RefusalReason
  | ConflictReason
  | SyncProblem
  | UnprovenWhy
  | 'no-answer'
  | 'bad-request'
  | 'too-large'
  | 'not-found';

type ActReason = Extract<TransferActAnswer, { result: 'refused' }>['reason'];

/** Every code of protocol version 1 and of the sync's status, and those of single tries. */
const codes: Record<Code, true> = {
  unreadable: true,
  'officer-signature-wrong': true,
  'device-signature-wrong': true,
  'chain-broken': true,
  'not-your-district': true,
  'request-unknown': true,
  'outcome-not-allowed': true,
  'aadhaar-number-in-text': true,
  'recorded-after-leaving': true,
  'already-decided': true,
  'changed-since': true,
  withdrawn: true,
  reassigned: true,
  offline: true,
  'proxy-unreachable': true,
  'proxy-auth': true,
  'proxy-refused': true,
  'certificate-untrusted': true,
  'certificate-expired': true,
  'certificate-not-yet-valid': true,
  'certificate-wrong-host': true,
  'server-nonsense': true,
  'server-failed': true,
  'device-revoked': true,
  'not-authorised': true,
  'disk-full': true,
  'storage-failed': true,
  'no-answer': true,
  'receipt-wrong': true,
  'bad-request': true,
  'too-large': true,
  'not-found': true,
};

const actCodes: Record<ActReason, true> = {
  unreadable: true,
  'officer-signature-wrong': true,
  'not-your-district': true,
  'transfer-unknown': true,
  'nothing-to-do': true,
  'aadhaar-number-in-text': true,
};

function isKnown(code: string): code is Code {
  return Object.hasOwn(codes, code);
}

/** The words for a code of the server or the engine; a code of a newer server is shown as it came. */
export function answerWords(code: string, t: TFunction<'outbox'>): string {
  return isKnown(code) ? t(`answers.${code}`) : code;
}

/** The words for why the server refused an act about a transfer. */
export function actAnswerWords(code: string, t: TFunction<'outbox'>): string {
  return isActReason(code) ? t(`actAnswers.${code}`) : code;
}

function isActReason(code: string): code is ActReason {
  return Object.hasOwn(actCodes, code);
}

/** The words for a failed try, noted as `kind: what the network said`; the latter is for the log, not the officer. */
export function errorWords(noted: string, t: TFunction<'outbox'>): string {
  const [kind = ''] = noted.split(':', 1);
  return isKnown(kind) ? t(`answers.${kind}`) : noted;
}
