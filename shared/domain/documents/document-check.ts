import { z } from 'zod';
import { pageBox } from './page-box.ts';

/** `look` asks for the officer's eye; `unknown` is never shown as a pass. None of them decides anything. */
export const checkResult = z.enum(['pass', 'look', 'fail', 'unknown']);
export type CheckResult = z.infer<typeof checkResult>;

export const documentCheckId = z.enum([
  'aadhaar-signature',
  'aadhaar-number',
  'aadhaar-code-against-print',
  'aadhaar-one-person',
  'pan-structure',
  'name-aadhaar-registration',
  'name-pan-registration',
  'name-form-registration',
  'name-aadhaar-pan',
  'name-aadhaar-form',
  'father-name-pan-form',
  'dob-aadhaar-pan',
  'dob-aadhaar-form',
  'dob-pan-form',
  'kiosk-form-registration',
  'pan-form',
  'aadhaar-form-last4',
  'right-document',
  'readable',
  'same-scan-elsewhere',
  'same-photo-elsewhere',
  'same-identity-elsewhere',
  'masking',
]);
export type DocumentCheckId = z.infer<typeof documentCheckId>;

/** One side of a comparison: what was read, and the piece of the image it rests on. */
export const checkEvidence = z.object({
  side: z.enum(['aadhaar', 'aadhaar-code', 'pan', 'form', 'ekyc', 'registration', 'other-request']),
  /** The document whose scan `box` lies on; null for what stands in the registration. */
  documentId: z.string().max(64).nullable(),
  text: z.string().max(500),
  box: pageBox.nullable(),
});
export type CheckEvidence = z.infer<typeof checkEvidence>;

export const documentCheck = z.object({
  id: documentCheckId,
  /** Which document it is about, where several can be; null where it compares several. */
  documentId: z.string().max(64).nullable(),
  result: checkResult,
  /** A key of the texts `checks.why.*`. */
  why: z.string().max(60),
  params: z.record(z.string(), z.string().max(500)),
  evidence: z.array(checkEvidence).max(12),
});
export type DocumentCheck = z.infer<typeof documentCheck>;

/** What a decision records of a check: the advice, without the pieces of the images and what was read on them. */
export const checkAdvice = documentCheck.pick({ id: true, documentId: true, result: true, why: true });
export type CheckAdvice = z.infer<typeof checkAdvice>;

/** What the officer made of an advice: recorded beside it. */
export const checkVerdict = z.object({
  id: documentCheckId,
  documentId: z.string().max(64).nullable(),
  verdict: z.enum(['in-order', 'not-in-order']),
  note: z.string().max(500),
});
export type CheckVerdict = z.infer<typeof checkVerdict>;

/** The place on a scan behind a verdict. */
export const evidencePin = z.object({
  id: z.string().min(1).max(64),
  documentId: z.string().min(1).max(64),
  box: pageBox,
  note: z.string().max(500),
});
export type EvidencePin = z.infer<typeof evidencePin>;
