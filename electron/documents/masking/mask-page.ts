import type { MaskedRegion } from '../../../shared/domain/documents/document-reading.ts';
import type { FoundNumber } from '../../../shared/domain/documents/reading/find-numbers.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import type { SlantedBox, TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { printedArea } from '../reading/find-page-lines.ts';
import { fractionBox } from '../reading/fraction-box.ts';
import { isCardNumber, type PageNumber } from '../reading/page-numbers.ts';
import type { PageReading } from '../reading/read-page.ts';
import { burnOut } from './burn-out.ts';
import { grown, regionOf, uprightBox } from './number-region.ts';
import { leaksOn } from './read-again.ts';
import { readablePiece } from './readable-digits.ts';

export interface MaskRequest {
  reading: PageReading;
  pageNumber: number;
  /** The printed numbers of the whole document: what one page shows badly another may have shown well. */
  knownNumbers: readonly KnownNumber[];
  /** Codes that hold the full number, and what the officer marked. */
  codes: readonly PageBox[];
  byHand: readonly PageBox[];
}

export type KnownNumber = Omit<FoundNumber, 'places'>;

export interface MaskedPage {
  page: RasterPage;
  regions: MaskedRegion[];
  /** Whether one of them is the card's own number, or was drawn by hand. */
  isCardNumberGone: boolean;
  /** Digits that are still readable. */
  residue: number;
}

interface Region {
  what: MaskedRegion['what'];
  place: SlantedBox;
  isCardNumber: boolean;
}

/** Of a number that was read with faults, so many must follow each other. */
const fewestDigits = 5;
/** How often what is still readable is masked more before the officer has to. */
const mostRetries = 2;

/** Burns the numbers out of a copy of the page, reads it again, and masks more where anything can still be read. */
export async function maskPage(request: MaskRequest, engines: OcrEngines): Promise<MaskedPage> {
  const { reading, pageNumber } = request;
  const page: RasterPage = { ...reading.page, pixels: reading.page.pixels.slice() };
  const secrets = secretsOf(request);
  const regions = regionsOf(request, secrets);
  for (const { place } of regions) burnOut(page, place);
  const mayShow = secrets.length > 0 || reading.kind === 'aadhaar';
  const residue = mayShow ? await maskWhatIsLeft(page, regions, secrets, reading, engines) : 0;
  return {
    page,
    regions: regions.map(({ what, place }) => ({
      what,
      box: fractionBox(uprightBox(place), page, pageNumber),
    })),
    isCardNumberGone: regions.some(({ isCardNumber }) => isCardNumber),
    residue,
  };
}

/** Reads again, and masks more where something can still be read. The count of digits that are left in the end. */
async function maskWhatIsLeft(
  page: RasterPage,
  regions: Region[],
  secrets: readonly string[],
  { kind, lines }: PageReading,
  engines: OcrEngines,
): Promise<number> {
  const places = lines.map(({ first }) => first.place);
  // On a form every line was read by the first engine, and few of them hold digits at all.
  let printed = kind === 'form' || places.length === 0 ? null : printedArea(places, page);
  let burned = regions;
  for (let attempt = 0; ; attempt += 1) {
    const boxes = burned.map(({ place }) => uprightBox(place));
    const leaks = await leaksOn(page, boxes, secrets, engines, printed);
    if (leaks.length === 0 || attempt === mostRetries) {
      return leaks.reduce((sum, { count }) => sum + count, 0);
    }
    burned = leaks.map(({ place, isWhole }) => ({
      what: 'number',
      place: grown(place, 0.3 * (attempt + 1)),
      isCardNumber: isWhole,
    }));
    for (const { place } of burned) burnOut(page, place);
    regions.push(...burned);
    if (!leaks.some(({ isGlimpse }) => isGlimpse)) printed = null;
  }
}

/** What must not be readable: all but the last four. */
function secretsOf({ reading, knownNumbers }: MaskRequest): string[] {
  return secretParts([...knownNumbers, ...reading.numbers]);
}

function secretParts(numbers: readonly KnownNumber[]): string[] {
  const long = numbers.filter(({ digits }) => digits.length >= 11);
  return [...new Set(long.map(({ digits }) => digits.slice(0, -4)))];
}

function regionsOf(request: MaskRequest, secrets: readonly string[]): Region[] {
  const { reading, codes, byHand } = request;
  const ofCard = secretParts([...request.knownNumbers, ...reading.numbers].filter(isCardNumber));
  const placed = (what: Region['what'], box: PageBox): Region => ({
    ...{ what, place: placeOfBox(box, reading.page), isCardNumber: what === 'by-hand' },
  });
  return [
    ...reading.numbers.map((number) => ({
      what: number.kind,
      place: placeOfNumber(number),
      isCardNumber: isCardNumber(number),
    })),
    ...piecesOf(reading, secrets, ofCard),
    ...codes.map((box) => placed('xml-qr', box)),
    ...byHand.map((box) => placed('by-hand', box)),
  ];
}

function placeOfNumber({ line, engine, places }: PageNumber): SlantedBox {
  const read: TextLine = engine === 'print' ? line.first : (line.second ?? line.first);
  return regionOf(read.place, read.characters, places[0] ?? 0, places.at(-5) ?? 0);
}

/** Where a number was read with faults, so that only pieces of it are there. */
function piecesOf(
  { lines, numbers }: PageReading,
  secrets: readonly string[],
  ofCard: readonly string[],
): Region[] {
  const others = lines.filter((line) => !numbers.some((number) => number.line === line));
  return others.flatMap(({ first, second }) =>
    [first, ...(second === null ? [] : [second])].flatMap(({ place, characters }) => {
      const piece = readablePiece(characters, secrets, fewestDigits);
      if (piece === null) return [];
      return [
        {
          what: 'number' as const,
          place: regionOf(place, characters, piece.first, piece.last),
          isCardNumber: readablePiece(characters, ofCard, fewestDigits) !== null,
        },
      ];
    }),
  );
}

function placeOfBox({ x, y, width, height }: PageBox, page: RasterPage): SlantedBox {
  return {
    centreX: (x + width / 2) * page.width,
    centreY: (y + height / 2) * page.height,
    width: width * page.width,
    height: height * page.height,
    angle: 0,
  };
}
