import { z } from 'zod';
import { documentCheck } from '../../domain/documents/document-check.ts';
import { documentFault } from '../../domain/documents/document-fault.ts';
import { documentReading } from '../../domain/documents/document-reading.ts';
import { pageBox } from '../../domain/documents/page-box.ts';
import { blobHash, officerId, requestId } from '../../domain/ids.ts';
import { documentKind } from '../../domain/request.ts';
import { instant } from '../../domain/values.ts';
import { scanState } from './scan-state.ts';

/** Where the examination of one document's scan stands. */
export const examination = z.discriminatedUnion('state', [
  /** There is no scan to look at. */
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('running'), page: z.int().nonnegative(), pages: z.int().nonnegative() }),
  z.object({ state: z.literal('done') }),
  z.object({ state: z.literal('failed'), fault: documentFault }),
]);
export type Examination = z.infer<typeof examination>;

/** One document of a request with what stands on it. */
export const documentView = z.object({
  documentId: z.string(),
  kind: documentKind,
  /** `server`: as it came; `masked-copy`: it came unmasked and was masked here; `local`: taken in by an officer. */
  origin: z.enum(['server', 'masked-copy', 'local']),
  state: scanState,
  /** The scan that is shown; null where there is none. */
  scan: z.object({ hash: blobHash, mime: z.string(), pages: z.int().positive() }).nullable(),
  url: z.string().nullable(),
  examination,
  reading: documentReading.nullable(),
  /** Of a local one: who took it in, and when. */
  takenIn: z.object({ by: officerId, at: instant }).nullable(),
});
export type DocumentView = z.infer<typeof documentView>;

/** Another request in which the same scan, photo or person was seen. */
export const seenElsewhere = z.object({
  what: z.enum(['scan', 'photo', 'identity']),
  documentId: z.string(),
  requestId,
  requestNo: z.string(),
  kioskCode: z.string(),
});
export type SeenElsewhere = z.infer<typeof seenElsewhere>;

/** Everything that the reviewing table shows of a request's documents. */
export const documentReview = z.object({
  documents: z.array(documentView),
  checks: z.array(documentCheck),
  elsewhere: z.array(seenElsewhere),
});
export type DocumentReview = z.infer<typeof documentReview>;

/** What is wrong with a file of which no bytes could be had. */
export const intakeFault = z.enum(['too-large', 'unreadable']);
export type IntakeFault = z.infer<typeof intakeFault>;

export const intakeSource = z.enum(['picker', 'drop', 'folder', 'server']);
export type IntakeSource = z.infer<typeof intakeSource>;

/**
 * A file on its way into the vault. Until it is masked and kept it lives in the memory of the main process only; it is
 * gone when the desk is locked or closed.
 */
export const intakeView = z.object({
  id: z.string().max(64),
  requestId,
  documentId: z.string().max(64),
  kind: documentKind,
  fileName: z.string().max(300),
  source: intakeSource,
  /** The file of the watched folder that it is; null where it came another way. */
  folderFileId: z.string().max(64).nullable(),
  state: z.discriminatedUnion('state', [
    z.object({ state: z.literal('queued') }),
    z.object({ state: z.literal('working'), page: z.int().nonnegative(), pages: z.int().nonnegative() }),
    z.object({
      state: z.literal('ready'),
      reading: documentReading,
      /** The masked pages, as they would be kept. */
      pages: z.array(z.object({ url: z.string() })),
    }),
    z.object({ state: z.literal('failed'), fault: documentFault }),
  ]),
  /** A paperless e-KYC file wants its share code. */
  wantsShareCode: z.boolean(),
});
export type IntakeView = z.infer<typeof intakeView>;

/** What an officer draws on: the pages, and the boxes of earlier rounds, without which their numbers would show again. */
export const unmaskedPages = z.object({ urls: z.array(z.string()), boxes: z.array(pageBox).max(200) });
export type UnmaskedPages = z.infer<typeof unmaskedPages>;

/** A file in the watched folder. The window never sees a path. */
export const folderFile = z.object({
  id: z.string().max(64),
  name: z.string().max(300),
  size: z.int().nonnegative(),
  modifiedAt: instant,
  /** It was taken in: the unmasked original still lies in the folder. */
  isTaken: z.boolean(),
});
export type FolderFile = z.infer<typeof folderFile>;

export const scanFolder = z.object({
  /** Its last name only; null where none is watched. */
  name: z.string().max(300).nullable(),
  /** It was there and cannot be read now. */
  isLost: z.boolean(),
  files: z.array(folderFile).max(500),
});
export type ScanFolder = z.infer<typeof scanFolder>;

export const trustedCertificate = z.object({
  sha256: z.string(),
  name: z.string(),
  validFrom: instant,
  validTo: instant,
  /** Null where the app brought it; the update's number otherwise. */
  update: z.int().nullable(),
});
export type TrustedCertificateView = z.infer<typeof trustedCertificate>;

export const trustState = z.object({
  certificates: z.array(trustedCertificate),
  /** False in a build that pins no offline root: then no update can be taken in. */
  canUpdate: z.boolean(),
});
export type TrustState = z.infer<typeof trustState>;
