import { maskAadhaarNumbers } from '../../../shared/domain/aadhaar-number.ts';
import {
  readingEngine,
  type DocumentReading,
  type PaperKind,
  type ReadField,
  type ReadingWarning,
} from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { PlacedCode } from './page-work.ts';
import { roundReading } from './round-reading.ts';
import { toldRegions } from './told-regions.ts';

/** What one page gave, without its picture. */
export interface ReadPage {
  width: number;
  height: number;
  kind: PaperKind;
  fields: ReadField[];
  numberCheck: DocumentReading['numberCheck'];
  /** Null of an empty page. */
  hash: string | null;
  /** Where codes lie that nobody could read. */
  unreadCodes: PageBox[];
  warnings: ReadingWarning[];
}

export interface DocumentParts {
  pages: readonly ReadPage[];
  code: PlacedCode | null;
  /** All that were read, that one among them. */
  codes: readonly PlacedCode[];
  photo: string | null;
  masking: DocumentReading['masking'];
  hasMorePictures: boolean;
}

/** The surest kind first: a code of UIDAI's tells more than any print. */
const kinds: readonly PaperKind[] = ['aadhaar', 'pan', 'form'];
const numberChecks = ['passes', 'fails', 'already-masked'] as const;
const mostFields = 200;

/** One reading of all pages. Whatever was read, no field keeps a full number. */
export function joinPages({
  pages,
  code,
  codes,
  photo,
  masking,
  hasMorePictures,
}: DocumentParts): DocumentReading {
  const kind = kindOf(pages, code);
  const fields = [...(code?.fields ?? []), ...pages.flatMap((page) => page.fields)];
  const warnings = new Set(pages.flatMap((page) => page.warnings));
  if (hasMorePictures) warnings.add('pages-left-out');
  if (kind === 'aadhaar' && code === null)
    warnings.add(
      pages.some(({ unreadCodes }) => unreadCodes.length > 0) ? 'code-unreadable' : 'no-code-found',
    );
  const checks = [...pages.map((page) => page.numberCheck), code?.numberCheck];
  if (codes.some((one) => one !== code && one.code.signature.outcome === 'altered'))
    warnings.add('another-code-altered');
  return roundReading({
    engine: readingEngine,
    kind,
    pages: pages.map(({ width, height }) => ({ width, height })),
    code: code?.code ?? null,
    fields: fields.slice(0, mostFields).map(withoutNumber),
    numberCheck: numberChecks.find((check) => checks.includes(check)) ?? 'not-read',
    masking: { ...masking, regions: toldRegions(masking.regions) },
    fingerprints: { pages: pages.flatMap(({ hash }) => hash ?? []), photo },
    warnings: [...warnings],
  });
}

function kindOf(pages: readonly ReadPage[], code: PlacedCode | null): PaperKind {
  if (code !== null) return 'aadhaar';
  return kinds.find((kind) => pages.some((page) => page.kind === kind)) ?? 'unknown';
}

function withoutNumber(field: ReadField): ReadField {
  return { ...field, value: maskAadhaarNumbers(field.value).slice(0, 500) };
}
