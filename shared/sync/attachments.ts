import { z } from 'zod';
import { localScanId } from '../domain/documents/local-scan.ts';
import { officerId, requestId } from '../domain/ids.ts';
import { documentKind, scan } from '../domain/request.ts';
import { instant } from '../domain/values.ts';

/**
 * A scan that an officer took in at a desk, tied to a document of a request. It reaches every desk of the district as a
 * change of this kind; `PUT /v1/blobs/{hash}` brought its bytes before. One that was taken back comes as a removal.
 */
export const attachmentKind = 'attachment';

export const attachment = z.object({
  id: localScanId,
  requestId,
  documentId: z.string().min(1).max(64),
  kind: documentKind,
  /** An unmasked scan never leaves a desk. */
  scan: scan.extend({ masked: z.literal(true) }),
  by: officerId,
  at: instant,
});
export type Attachment = z.infer<typeof attachment>;

/** `POST /v1/attachments`: idempotent by id. `withdrawn`: the officer took the scan back. */
export const attachmentRequest = z.object({ attachment, withdrawn: z.boolean() });

export const attachmentRefusal = z.enum(['not-your-district', 'request-unknown', 'officer-unknown']);
export type AttachmentRefusal = z.infer<typeof attachmentRefusal>;

export const attachmentAnswer = z.discriminatedUnion('result', [
  z.object({ result: z.literal('accepted'), serverTime: instant }),
  /** The bytes are not here, or not whole: to be sent again. */
  z.object({ result: z.literal('blob-missing'), serverTime: instant }),
  z.object({ result: z.literal('refused'), reason: attachmentRefusal, serverTime: instant }),
]);

/**
 * The answer to `PUT /v1/blobs/{hash}` with `Content-Range: bytes first-last/size`, and to the question how far it is,
 * `Content-Range: bytes *` + `/size` without a body. A piece that does not begin where the server is changes nothing:
 * the desk goes on at `received`. Only when all bytes are there and hash to the name it is `complete`.
 */
export const blobProgress = z.object({
  received: z.int().nonnegative(),
  complete: z.boolean(),
  serverTime: instant,
});
export type BlobProgress = z.infer<typeof blobProgress>;
