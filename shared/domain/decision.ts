import { z } from 'zod';
import { checkAdvice, checkVerdict, evidencePin } from './documents/document-check.ts';
import { decisionId, deviceId, districtId, officerId, requestId } from './ids.ts';
import { documentKind } from './request.ts';
import { ruleId, ruleResult } from './rule-result.ts';
import { instant } from './values.ts';

export const outcome = z.enum(['approve', 'reject', 'return', 'hold']);
export type Outcome = z.infer<typeof outcome>;

/**
 * `recorded` is durable and can be undone; `sealed` cannot, and may leave; `sent` has left without an answer yet.
 * The last three are the server's answers. An undone decision stays in the vault as `undone`.
 */
export const decisionState = z.enum([
  'recorded',
  'undone',
  'sealed',
  'sent',
  'accepted',
  'refused',
  'conflicted',
]);
export type DecisionState = z.infer<typeof decisionState>;

export const checklistMark = z.object({
  documentId: z.string().min(1).max(64),
  kind: documentKind,
  mark: z.enum(['not-needed', 'needed', 'received', 'checked']),
});
export type ChecklistMark = z.infer<typeof checklistMark>;

/** A failing rule that the officer sets aside, with the reason that the order and the audit will give. */
export const ruleOverride = z.object({ ruleId, reason: z.string().trim().min(1).max(500) });

/** At most so many: a decision travels within `maximumContentLength`. */
export const verdictList = z.array(checkVerdict).max(120);
export const pinList = z.array(evidencePin).max(60);

export const maximumAdvice = 300;

/** Characters of a decision's content as JSON; the server reads no longer one. */
export const maximumContentLength = 200_000;

/** What the officer signs, as JSON text: everything the decision rests on. */
export const decisionContent = z.object({
  protocol: z.literal(1),
  id: decisionId,
  requestId,
  requestVersion: z.int().positive(),
  districtId,
  outcome,
  reasonCodes: z.array(z.string().max(8)).max(10),
  remarks: z.string().max(2000),
  overrides: z.array(ruleOverride).max(20),
  rules: z.array(ruleResult).max(40),
  checklist: z.array(checklistMark).max(60),
  /** What the desk advised about the documents, and what the officer made of it. Older decisions have neither. */
  documentChecks: z.array(checkAdvice).max(maximumAdvice).default([]),
  verdicts: verdictList.default([]),
  pins: pinList.default([]),
  officerId,
  deviceId,
  recordedAt: instant,
});
export type DecisionContent = z.infer<typeof decisionContent>;

/**
 * A sealed decision as it travels. `content` is kept as the signed text, so that no re-serialising can break a
 * signature. `commitment` = SHA-256(salt ‖ content ‖ officerSignature); the device signs the link
 * `sequence|previous|commitment|sealedAt`. Content can be purged later without breaking the chain.
 */
export const sealedDecision = z.object({
  id: decisionId,
  content: z.string().max(maximumContentLength),
  officerSignature: z.base64(),
  sequence: z.int().positive(),
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: instant,
  deviceSignature: z.base64(),
});
export type SealedDecision = z.infer<typeof sealedDecision>;

/** `previous` of the first decision of a device. */
export const chainStart = '0'.repeat(64);

/**
 * The text whose SHA-256 (of its UTF-8 bytes, lower-case hex) is a decision's `commitment`: salt and signature as they
 * travel, in hex and base64. The salt's length is fixed, and the signature has no character that ends JSON text, so
 * two different decisions never give the same text.
 */
export function commitmentText(
  decision: Pick<SealedDecision, 'salt' | 'content' | 'officerSignature'>,
): string {
  return `${decision.salt}${decision.content}${decision.officerSignature}`;
}

/** The text that the device signs for one link of its chain. */
export function linkText(
  link: Pick<SealedDecision, 'sequence' | 'previous' | 'commitment' | 'sealedAt'>,
): string {
  return `${link.sequence}|${link.previous}|${link.commitment}|${link.sealedAt}`;
}

/**
 * An unfinished review: ticks, verdicts, pins, remarks and the outcome thought of, kept within a second of each change.
 * Drafts of older vaults have no verdicts and no pins.
 */
export const draft = z.object({
  outcome: outcome.nullable(),
  reasonCodes: z.array(z.string().max(8)).max(10),
  remarks: z.string().max(2000),
  overrides: z.array(z.object({ ruleId, reason: z.string().max(500) })).max(20),
  checklist: z.array(checklistMark).max(60),
  verdicts: verdictList.default([]),
  pins: pinList.default([]),
});
export type Draft = z.infer<typeof draft>;
