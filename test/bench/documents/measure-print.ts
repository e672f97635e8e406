import sharp from 'sharp';
import { maskPage } from '../../../electron/documents/masking/mask-page.ts';
import type { OcrEngines } from '../../../electron/documents/ocr/ocr-engines.ts';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';
import { fractionBox } from '../../../electron/documents/reading/fraction-box.ts';
import { readPage } from '../../../electron/documents/reading/read-page.ts';
import type { ReadField } from '../../../shared/domain/documents/document-reading.ts';
import { withoutSpaces } from '../../../shared/domain/documents/reading/printed-line.ts';
import type { DamagedPicture } from '../../support/corpus/damage.ts';
import type { CorpusItem } from '../../support/corpus/make-corpus.ts';
import { stillReadable } from './still-readable.ts';

export interface PrintMeasure {
  /** Right or wrong, by what was looked for: fields, the kind, the number, nothing left readable. */
  right: Record<string, boolean>;
  readSeconds: number;
  maskSeconds: number;
}

const measuredFields = [
  'last4',
  'dob',
  'name',
  'nameHindi',
  'fatherName',
  'pan',
  'kioskCode',
  'gender',
] as const;

/** The first page of a sample paper: read, masked, and looked at again where the truth says that the number lies. */
export async function measurePrint(item: CorpusItem, engines: OcrEngines): Promise<PrintMeasure> {
  const [picture] = item.pages;
  if (!picture) throw new Error(`${item.name} has no page`);
  const started = performance.now();
  const reading = await readPage(await rasterOf(picture), 0, engines);
  const read = performance.now();
  const right: Record<string, boolean> = { kind: reading.kind === item.truth.kind };
  for (const field of measuredFields) {
    const truth = item.truth.fields[field];
    if (truth !== undefined) right[field] = isRead(reading.fields, field, truth);
  }
  const number = item.person.aadhaar();
  const codes = picture.uprightMarks
    .filter(({ what }) => what === 'xml-qr')
    .map(({ box }) => fractionBox(box, reading.page, 0));
  const masked = await maskPage({ reading, pageNumber: 0, knownNumbers: [], codes, byHand: [] }, engines);
  const maskSeconds = (performance.now() - read) / 1000;
  for (const { what, box } of picture.uprightMarks) {
    if (what !== 'number' && what !== 'virtual-id') continue;
    const secret = what === 'number' ? number : (item.person.virtualId() ?? '');
    const left = await stillReadable(masked.page, box, secret.slice(0, -4), engines);
    right['nothing left'] = (right['nothing left'] ?? true) && left === 0 && masked.residue === 0;
    right['number'] = reading.numbers.some(({ digits }) => digits === number);
  }
  return { right, readSeconds: (read - started) / 1000, maskSeconds };
}

/** The first engine's value, or the second's where the first has none; spaces and case do not count. */
function isRead(fields: ReadField[], field: ReadField['field'], truth: string): boolean {
  const own = fields.filter((each) => each.field === field);
  const best = own.find(({ source }) => source === 'print') ?? own[0];
  return best !== undefined && withoutSpaces(best.value) === withoutSpaces(truth);
}

async function rasterOf({ bytes }: DamagedPicture): Promise<RasterPage> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data), dotsPerInch: null };
}
