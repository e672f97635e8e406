import { sharp } from '../pages/vips.ts';
import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { maskAadhaarNumbers } from '../../../shared/domain/aadhaar-number.ts';
import { readingEngine } from '../../../shared/domain/documents/document-reading.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { CodeResult } from '../aadhaar/code-result.ts';
import { readEkyc, readEkycXml } from '../aadhaar/ekyc/read-ekyc.ts';
import type { TrustedCertificate } from '../aadhaar/trusted-certificate.ts';
import type { ExamineContext, Examined, ExamineInput } from '../examine.ts';
import { codePhotoHash } from './code-photo-hash.ts';

/**
 * A paperless e-KYC file: data without a page. It holds no full number by its making; what can be looked at and kept of
 * it is its photo.
 */
export async function examineEkyc(
  input: ExamineInput,
  kind: 'zip' | 'xml',
  trust: readonly TrustedCertificate[],
  { assets }: ExamineContext,
): Promise<Result<Examined, DocumentFault>> {
  const { bytes, shareCode } = input;
  const read =
    kind === 'zip'
      ? await readEkyc(bytes, shareCode, trust, assets)
      : await readEkycXml(bytes, trust, assets);
  return read.ok ? ok(await examinedOf(read.value, input)) : read;
}

async function examinedOf({ code, fields }: CodeResult, { masked }: ExamineInput): Promise<Examined> {
  const photo = code.photo === null ? null : await photoPage(code.photo, masked ?? 'jpeg');
  const reading: Examined['reading'] = {
    engine: readingEngine,
    kind: 'ekyc',
    pages: photo === null ? [] : [{ width: photo.width, height: photo.height }],
    code: { ...code, box: null },
    fields: fields.map((field) => ({ ...field, value: maskAadhaarNumbers(field.value) })),
    numberCheck: 'not-read',
    masking: { regions: [], residue: 0, wantsHand: false },
    fingerprints: { pages: [], photo: await codePhotoHash(code.photo) },
    warnings: [],
  };
  return { reading, maskedPages: photo === null || masked === null ? [] : [photo.bytes], originalPages: [] };
}

/** Large enough to compare a face. */
const photoWidth = 480;

async function photoPage(photo: string, as: 'jpeg' | 'png') {
  const picture = sharp(Buffer.from(photo, 'base64'), { limitInputPixels: 1_000_000 });
  const { data, info } = await picture
    .resize({ width: photoWidth })
    .toFormat(as)
    .toBuffer({ resolveWithObject: true });
  return { bytes: new Uint8Array(data), width: info.width, height: info.height };
}
