import type { DocumentCheck } from '../../shared/domain/documents/document-check.ts';
import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type {
  CodeReading,
  DocumentReading,
  PaperField,
  ReadField,
  ReadingSource,
} from '../../shared/domain/documents/document-reading.ts';
import { checkSentence } from '../../shared/text/check-sentence.ts';

type Printed = Record<string, unknown>;

/** One document as `check-document` prints it: what does not apply is left out, and no number ever stands in it. */
export function printedDocument(
  file: string,
  reading: DocumentReading,
  checks: readonly DocumentCheck[],
  maskedFiles: readonly string[],
): Printed {
  return {
    file,
    kind: reading.kind,
    qr: printedCode(reading),
    ocr: printedFields(
      reading.fields,
      ['print', 'print-second'],
      ['last4', 'pan', 'name', 'nameHindi', 'fatherName', 'dob'],
    ),
    checks: checks.map(printedCheck),
    ...(reading.pages.length > 0 && { masked: printedMasking(reading, maskedFiles) }),
    warnings: reading.warnings,
  };
}

/** A file that cannot be looked into at all: named, and never a pass. */
export function printedFault(file: string, fault: DocumentFault, sentence: string): Printed {
  const check = { id: 'readable', result: 'fail', why: sentence };
  return { file, kind: 'unknown', checks: [check], warnings: [fault] };
}

function printedCode({ code, fields }: DocumentReading): Printed {
  if (code === null) return { found: false };
  const source = sourceOf(code);
  const { signature } = code;
  const known = {
    version: code.version,
    signature: signatureWord(signature.outcome),
    certificateSha256: signature.outcome === 'cannot-verify' ? null : signature.certificateSha256,
    referenceDate: code.referenceDate,
  };
  const found = Object.entries(known).filter(([, value]) => value !== null);
  const read = source === null ? {} : printedFields(fields, [source], ['last4', 'name', 'dob']);
  return { found: true, ...Object.fromEntries(found), ...read };
}

function signatureWord(outcome: CodeReading['signature']['outcome']): string {
  return { genuine: 'valid', altered: 'invalid', 'cannot-verify': 'cannot-verify' }[outcome];
}

function sourceOf({ kind }: CodeReading): ReadingSource | null {
  return kind === 'other' ? null : kind;
}

/** The surest reading of each field. */
function printedFields(
  fields: readonly ReadField[],
  sources: readonly ReadingSource[],
  wanted: readonly PaperField[],
): Printed {
  const read = wanted.flatMap((name) => {
    const readings = fields.filter(({ field, source }) => field === name && sources.includes(source));
    const [best] = readings.toSorted((a, b) => b.confidence - a.confidence);
    return best ? [[name, best.value] as const] : [];
  });
  return Object.fromEntries(read);
}

function printedCheck(check: DocumentCheck): Printed {
  return { id: check.id, result: check.result, why: checkSentence(check, 'en') };
}

function printedMasking({ masking }: DocumentReading, files: readonly string[]): Printed {
  const [file] = files;
  return {
    ...(file !== undefined && { file }),
    ...(files.length > 1 && { files }),
    regions: masking.regions.map(({ what, box }) => ({ what, ...box })),
    residue: masking.residue,
  };
}
