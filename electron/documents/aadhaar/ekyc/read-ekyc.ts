import type { Element } from '@xmldom/xmldom';
import { dataFields } from '../../../../shared/domain/documents/aadhaar/data-fields.ts';
import {
  parseReferenceId,
  type ReferenceId,
} from '../../../../shared/domain/documents/aadhaar/reference-id.ts';
import type { DocumentFault } from '../../../../shared/domain/documents/document-fault.ts';
import type { CannotVerifyWhy } from '../../../../shared/domain/documents/document-reading.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { DocumentAssets } from '../../document-assets.ts';
import { unread, type CodeResult } from '../code-result.ts';
import { signatureOutcome } from '../signature-outcome.ts';
import type { TrustedCertificate } from '../trusted-certificate.ts';
import { childrenOf, parseXml } from './parse-xml.ts';
import { readPhoto } from './read-photo.ts';
import { unzipEkyc } from './unzip-ekyc.ts';
import { verifyEkyc } from './verify-ekyc.ts';

/**
 * Reads a paperless offline e-KYC file: a ZIP that its owner's share code opens, with a signed XML inside.
 *
 * @param shareCode null where none was given yet.
 * @returns `share-code-needed` and `wrong-share-code` as faults, so that the officer can be asked; what the signature is
 * worth stands in the result.
 */
export async function readEkyc(
  zip: Uint8Array,
  shareCode: string | null,
  trust: readonly TrustedCertificate[],
  assets: DocumentAssets,
): Promise<Result<CodeResult, DocumentFault>> {
  const unzipped = await unzipEkyc(zip, shareCode);
  return unzipped.ok ? readEkycXml(unzipped.value, trust, assets) : unzipped;
}

/** Larger than any such file. */
const mostXml = 1024 * 1024;

/**
 * Reads the XML itself, for files that were unpacked before. Nothing is read from one whose signature does not hold: a
 * file, unlike a card, shows the officer nothing beside its data.
 */
export async function readEkycXml(
  xml: Uint8Array,
  trust: readonly TrustedCertificate[],
  assets: DocumentAssets,
): Promise<Result<CodeResult, DocumentFault>> {
  if (xml.length > mostXml) return fail('too-large');
  const text = Buffer.from(xml)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const root = parseXml(text);
  if (root === null) return fail('damaged');
  if (root.localName !== 'OfflinePaperlessKyc') return fail('not-a-document');
  const verification = verifyEkyc(text, root, trust);
  switch (verification.outcome) {
    case 'genuine': {
      const { certificate, signed } = verification;
      return ok(await resultOf(signed, certificate, assets));
    }
    case 'altered': {
      const read = unread('ekyc', 'damaged');
      return ok({ ...read, code: { ...read.code, signature: signatureOutcome(verification, null) } });
    }
    case 'no-key-opens-it':
    case 'unsigned':
    case 'damaged':
      return ok(unread('ekyc', verification.outcome satisfies CannotVerifyWhy));
  }
}

async function resultOf(
  signed: Element,
  certificate: TrustedCertificate,
  assets: DocumentAssets,
): Promise<CodeResult> {
  const reference = parseReferenceId(signed.getAttribute('referenceId') ?? '');
  const [data] = childrenOf(signed, 'UidData');
  if (data === undefined || signed.localName !== 'OfflinePaperlessKyc') return unread('ekyc', 'damaged');
  const [photo] = childrenOf(data, 'Pht');
  return {
    code: {
      kind: 'ekyc',
      version: null,
      signature: signatureOutcome({ outcome: 'genuine', certificate }, reference),
      referenceDate: reference?.date ?? null,
      photo: photo ? await readPhoto(photo.textContent ?? '', assets) : null,
    },
    fields: fieldsOf(data, reference),
    fullNumberPresent: false,
    numberCheck: 'not-read',
  };
}

function fieldsOf(data: Element, reference: ReferenceId | null) {
  const [poi] = childrenOf(data, 'Poi');
  const [poa] = childrenOf(data, 'Poa');
  const address = ['house', 'street', 'landmark', 'loc', 'vtc', 'po', 'subdist', 'dist', 'state', 'pc'];
  const parts = address.map((name) => poa?.getAttribute(name) ?? '').filter((part) => part !== '');
  return dataFields(
    {
      last4: reference?.last4 ?? '',
      name: poi?.getAttribute('name') ?? '',
      dob: poi?.getAttribute('dob') ?? '',
      gender: poi?.getAttribute('gender') ?? '',
      careOf: poa?.getAttribute('careof') ?? '',
      address: parts,
      mobileLast4: '',
    },
    'ekyc',
  );
}
