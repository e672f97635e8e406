import type { CodeReading, ReadField } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { CodeResult } from '../aadhaar/code-result.ts';
import { readAadhaarCode } from '../aadhaar/read-aadhaar-code.ts';
import type { TrustedCertificate } from '../aadhaar/trusted-certificate.ts';
import type { FoundCode } from '../codes/read-codes.ts';
import type { DocumentAssets } from '../document-assets.ts';

/** A code that was read on a page, with its place. */
export interface PlacedCode {
  code: CodeReading;
  fields: ReadField[];
  numberCheck: CodeResult['numberCheck'];
  /** It holds the full number: its picture is burned out. */
  mustGo: boolean;
  box: PageBox;
}

/** What the codes that were found say. */
export async function placedCodes(
  all: readonly FoundCode[],
  pageNumber: number,
  trust: readonly TrustedCertificate[],
  assets: DocumentAssets,
): Promise<PlacedCode[]> {
  const codes: PlacedCode[] = [];
  for (const found of all) {
    const box = { page: pageNumber, ...found.box };
    const result = await readAadhaarCode(found.text, trust, assets);
    const code = { ...result.code, box };
    const fields = result.fields.map((field) => ({ ...field, box }));
    codes.push({ code, fields, numberCheck: result.numberCheck, mustGo: result.fullNumberPresent, box });
  }
  return codes;
}

/** What a code is worth: a verified one before any other, one of UIDAI's before a stranger's. */
function rank({ code }: PlacedCode): number {
  if (code.kind === 'other') return 0;
  if (code.kind === 'xml-qr') return 1;
  return { 'cannot-verify': 2, altered: 3, genuine: 4 }[code.signature.outcome];
}

/** The code that speaks for the document; null where there is none of UIDAI's. */
export function bestCode(codes: readonly PlacedCode[]): PlacedCode | null {
  const [best] = codes.filter((one) => rank(one) > 0).toSorted((a, b) => rank(b) - rank(a));
  return best ?? null;
}
