import { z } from 'zod';
import { blobHash } from '../ids.ts';
import { isoDate } from '../values.ts';
import { pageBox } from './page-box.ts';

/** What a scan shows, by its own looks; not by the slot it was put into. */
export const paperKind = z.enum(['aadhaar', 'pan', 'form', 'ekyc', 'unknown']);
export type PaperKind = z.infer<typeof paperKind>;

/** What can be read from a paper. No field ever holds a 12-digit Aadhaar number: `last4` is all that is kept of it. */
export const paperField = z.enum([
  'last4',
  'pan',
  'name',
  'nameHindi',
  'fatherName',
  'fatherNameHindi',
  'dob',
  'gender',
  'mobileLast4',
  'kioskCode',
  'address',
]);
export type PaperField = z.infer<typeof paperField>;

/** Where a reading comes from: print read by one of two engines, or data that travels in a code or a file. */
export const readingSource = z.enum(['print', 'print-second', 'secure-qr', 'xml-qr', 'ekyc']);
export type ReadingSource = z.infer<typeof readingSource>;

export const readField = z.object({
  field: paperField,
  /** Dates as ISO, gender as M, F or T; names as they stand. Never twelve digits of an Aadhaar number. */
  value: z.string().min(1).max(500),
  source: readingSource,
  /** Null for what comes from a code or a file. */
  box: pageBox.nullable(),
  /** 0 to 1, as the engine says; 1 for data. */
  confidence: z.number().min(0).max(1),
});
export type ReadField = z.infer<typeof readField>;

/** Why a signature cannot be verified. An unknown version is never called false. */
export const cannotVerifyWhy = z.enum([
  'no-key-opens-it',
  'not-a-secure-qr',
  /** A pinned key vouches for it, and its layout is of a version that this build does not know. */
  'unknown-version',
  'too-large',
  'damaged',
  'unsigned',
]);
export type CannotVerifyWhy = z.infer<typeof cannotVerifyWhy>;

export const signatureOutcome = z.discriminatedUnion('outcome', [
  /** `wasValid`: whether the reference date lies in the certificate's validity; null where either is not known. */
  z.object({
    outcome: z.literal('genuine'),
    certificateSha256: z.string(),
    certificateName: z.string(),
    wasValid: z.boolean().nullable(),
  }),
  /** A pinned key opens the block with right padding, and the hash differs. */
  z.object({ outcome: z.literal('altered'), certificateSha256: z.string(), certificateName: z.string() }),
  z.object({ outcome: z.literal('cannot-verify'), why: cannotVerifyWhy }),
]);
export type SignatureOutcome = z.infer<typeof signatureOutcome>;

export const codeReading = z.object({
  kind: z.enum(['secure-qr', 'xml-qr', 'ekyc', 'other']),
  /** `V1` to `V5`, or what stands there; null where there is none. */
  version: z.string().max(8).nullable(),
  signature: signatureOutcome,
  /** The day in the reference id. */
  referenceDate: isoDate.nullable(),
  /** The photo in the code as PNG or JPEG, base64; shown beside the card's. */
  photo: z.base64().max(200_000).nullable(),
  box: pageBox.nullable(),
});
export type CodeReading = z.infer<typeof codeReading>;

export const maskedRegion = z.object({
  what: z.enum(['number', 'virtual-id', 'xml-qr', 'by-hand']),
  box: pageBox,
});
export type MaskedRegion = z.infer<typeof maskedRegion>;

/** More places on twenty pages are burned out, and not told one by one. */
export const mostRegions = 1000;

export const masking = z.object({
  regions: z.array(maskedRegion).max(mostRegions),
  /** Digits of a number that are still readable after the masking, found by reading again. Zero is the only good one. */
  residue: z.int().nonnegative(),
  /** True where the paper may hold a number and none was found: a box by hand is wanted before it is kept. */
  wantsHand: z.boolean(),
});
export type Masking = z.infer<typeof masking>;

/**
 * A perceptual hash: 256 bits as 64 hex digits, as 64 bits are the same for two forms of one print. Of pages that are
 * not empty and photos only; an Aadhaar number is never hashed.
 */
export const perceptualHash = z.string().regex(/^[0-9a-f]{64}$/);

export const readingWarning = z.enum([
  'no-code-found',
  'code-unreadable',
  /** Besides the genuine code that speaks for the document. */
  'another-code-altered',
  'pages-left-out',
  'number-fails-verhoeff',
  'engines-disagree',
  'rotated',
]);
export type ReadingWarning = z.infer<typeof readingWarning>;

/** Everything that one file was found to say. Kept in the vault beside the masked scan. */
export const documentReading = z.object({
  /** Of the engines; a reading by older ones is made again. */
  engine: z.int().positive(),
  kind: paperKind,
  /** In pixels, upright. */
  pages: z.array(z.object({ width: z.int().positive(), height: z.int().positive() })).max(20),
  code: codeReading.nullable(),
  fields: z.array(readField).max(200),
  /** Whether the printed number passes Verhoeff; the number itself is not kept. */
  numberCheck: z.enum(['passes', 'fails', 'not-read', 'already-masked']),
  masking,
  fingerprints: z.object({ pages: z.array(perceptualHash).max(20), photo: perceptualHash.nullable() }),
  warnings: z.array(readingWarning).max(20),
});
export type DocumentReading = z.infer<typeof documentReading>;

/** Raised when the engines read better than before. */
export const readingEngine = 2;

/** A reading with the scan it belongs to, as the checks look at it. */
export const readDocument = z.object({
  documentId: z.string().min(1).max(64),
  hash: blobHash,
  reading: documentReading,
});
export type ReadDocument = z.infer<typeof readDocument>;
