import type {
  DocumentReading,
  PaperField,
  PaperKind,
  ReadField,
  ReadingWarning,
} from '../../../shared/domain/documents/document-reading.ts';
import { classifyPaper, showsAadhaar } from '../../../shared/domain/documents/reading/classify-paper.ts';
import { readPlaces, type FieldPlace } from '../../../shared/domain/documents/reading/field-place.ts';
import { paperPlaces } from '../../../shared/domain/documents/reading/paper-places.ts';
import { isMixed, withoutSpaces } from '../../../shared/domain/documents/reading/printed-line.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import type { TesseractLanguages } from '../ocr/tesseract-engine.ts';
import type { QuarterTurns } from '../ocr/turn-page.ts';
import { boxOfLine, type TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { crossedOut, type CrossedOut } from './crossed-out.ts';
import { fractionBox } from './fraction-box.ts';
import { isCardNumber, mayHoldNumber, numbersOnLines, type PageNumber } from './page-numbers.ts';
import { asPrintedLine, type PageLine } from './page-lines.ts';
import { uprightPage } from './upright-page.ts';

/** What one page shows. */
export interface PageReading {
  /** Upright: all boxes are of this one. */
  page: RasterPage;
  /** How far it was turned clockwise for that. */
  turns: QuarterTurns;
  kind: PaperKind;
  /** Whether an Aadhaar card lies on the page besides, whatever the page is taken for. */
  showsAadhaar: boolean;
  fields: ReadField[];
  numberCheck: DocumentReading['numberCheck'];
  /** With their digits: they stay in the memory of this process and go to the masking, nowhere else. */
  numbers: PageNumber[];
  lines: PageLine[];
  warnings: ReadingWarning[];
}

/** A page of unknown kind is read whole by the second engine, up to so many lines. */
const mostLinesByGuess = 40;

/**
 * Reads the print of one page by both engines: the first reads all, the second what matters.
 * @param meanwhile begun while the second engine reads the last lines and this thread has nothing else to do
 */
export async function readPage(
  raster: RasterPage,
  pageNumber: number,
  engines: OcrEngines,
  meanwhile: () => void = () => undefined,
): Promise<PageReading> {
  const tesseract = await engines.tesseract();
  // The second engine has a thread of its own: it reads such a line while the first one reads those below.
  const early = new Map<TextLine, Promise<TextLine>>();
  const lookEarly = (line: TextLine, on: RasterPage) => {
    if (mayHoldNumber({ first: line, second: null }))
      early.set(line, tesseract.readLine(on, line.place, 'eng'));
  };
  const { page, turns, lines: read } = await uprightPage(await engines.paddle(), raster, lookEarly);
  const lines: PageLine[] = read.map((first) => ({ first, second: null }));
  const readAgain: SecondLook = async (chosen, languages) => {
    await Promise.all(
      chosen.map(async (line) => {
        line.second = await tesseract.readLine(page, line.first.place, languages);
      }),
    );
  };
  const kind = await settleKind(readAgain, lines);
  for (const line of unread(lines)) line.second = (await early.get(line.first)) ?? null;
  await readAgain(unread(lines.filter(mayHoldNumber)), 'eng');
  const reading = readFields(readAgain, page, pageNumber, kind, lines);
  meanwhile();
  const fields = await reading;
  const numbers = numbersOnLines(lines, kind);
  const crossed = crossedOut(page, lines, numbers);
  const own = kind === 'form' || kind === 'pan' ? [] : numberFields(page, pageNumber, numbers, crossed);
  return {
    page,
    turns,
    kind,
    showsAadhaar: kind === 'pan' && showsAadhaar(lines.map(asPrintedLine)),
    fields: [...own, ...fields],
    numberCheck: checkOf(numbers, crossed),
    numbers,
    lines,
    warnings: warningsOf(turns !== 0, numbers, [...own, ...fields]),
  };
}

/** Has the second engine read these lines, whether or not it read them before. */
type SecondLook = (lines: readonly PageLine[], languages: TesseractLanguages) => Promise<void>;

async function settleKind(readAgain: SecondLook, lines: PageLine[]): Promise<PaperKind> {
  const kind = classifyPaper(lines.map(asPrintedLine));
  if (kind !== 'unknown') return kind;
  await readAgain(unread(lines.slice(0, mostLinesByGuess)), 'eng+hin');
  return classifyPaper(lines.map(asPrintedLine));
}

/** Asks the second engine for the lines on which fields are thought to stand, until it has read all of them. */
async function readFields(
  readAgain: SecondLook,
  page: RasterPage,
  pageNumber: number,
  kind: PaperKind,
  lines: PageLine[],
): Promise<ReadField[]> {
  for (let round = 0; round < 3; round += 1) {
    const open = unread(placesOn(kind, lines).map(({ line }) => line));
    if (open.length === 0) break;
    await readAgain(open, 'eng+hin');
  }
  const mixed = placesOn(kind, lines).filter(
    ({ place, line }) => hindiNames.has(place.field) && isMixed(line.second?.text ?? ''),
  );
  await readAgain([...new Set(mixed.map(({ line }) => line))], 'hin');
  return readPlaces(placesOn(kind, lines).map(({ place }) => place)).map((field) => ({
    ...field,
    box: fractionBox(field.box, page, pageNumber),
  }));
}

const hindiNames: ReadonlySet<PaperField> = new Set(['nameHindi', 'fatherNameHindi']);

/** Where fields are thought to stand, as far as the lines are read. */
function placesOn(kind: PaperKind, lines: readonly PageLine[]): { place: FieldPlace; line: PageLine }[] {
  const printed = lines.map(asPrintedLine);
  return paperPlaces(kind, printed).flatMap((place) => {
    const line = lines[printed.indexOf(place.line)];
    return line === undefined ? [] : [{ place, line }];
  });
}

function unread(lines: readonly PageLine[]): PageLine[] {
  return [...new Set(lines)].filter(({ second }) => second === null);
}

function numberFields(
  page: RasterPage,
  pageNumber: number,
  numbers: PageNumber[],
  crossed: CrossedOut | null,
): ReadField[] {
  const own = numbers.filter(isCardNumber);
  const best = own.find(({ isCertain }) => isCertain) ?? own[0];
  if (best !== undefined) {
    const { first, second } = best.line;
    const sources = [first, second].filter((line) =>
      line?.text.replace(/\D/g, '').includes(best.digits.slice(-4)),
    );
    return [
      {
        field: 'last4',
        value: best.digits.slice(-4),
        source: best.engine,
        box: fractionBox(boxOfLine(first), page, pageNumber),
        confidence:
          sources.length === 2 || best.isCertain ? Math.max(0.9, first.confidence) : first.confidence,
      },
    ];
  }
  if (crossed === null) return [];
  const { last4, line } = crossed;
  const box = fractionBox(boxOfLine(line.first), page, pageNumber);
  return [{ field: 'last4', value: last4, source: 'print', box, confidence: line.first.confidence }];
}

function checkOf(numbers: PageNumber[], crossed: CrossedOut | null): PageReading['numberCheck'] {
  const own = numbers.filter(isCardNumber);
  if (own.length > 0) return own.some(({ isCertain }) => isCertain) ? 'passes' : 'fails';
  return crossed === null ? 'not-read' : 'already-masked';
}

function warningsOf(isTurned: boolean, numbers: PageNumber[], fields: ReadField[]): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  if (isTurned) warnings.push('rotated');
  const own = numbers.filter(isCardNumber);
  if (own.length > 0 && own.every(({ isCertain }) => !isCertain)) warnings.push('number-fails-verhoeff');
  const differ = fields.some((first) =>
    fields.some(
      (second) =>
        first.source === 'print' &&
        second.source === 'print-second' &&
        first.field === second.field &&
        withoutSpaces(first.value) !== withoutSpaces(second.value),
    ),
  );
  if (differ) warnings.push('engines-disagree');
  return warnings;
}
