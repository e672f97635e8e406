import { turnPage, type QuarterTurns } from '../ocr/turn-page.ts';
import type { PaddleEngine } from '../ocr/paddle-engine.ts';
import type { SlantedBox, TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { findPageLines } from './find-page-lines.ts';

/** So much more must be legible before a page is taken for one that stands on its head. */
const better = 1.15;
const sampleLines = 6;

export interface UprightPage {
  page: RasterPage;
  turns: QuarterTurns;
  lines: TextLine[];
}

/** Lines that prove a page upright: so many letters read so surely do not stand on their heads. */
const proof = { lines: 2, letters: 6, confidence: 0.85 };

/** Told of each line as it is read, with the page on which it stands; the page may still turn out to stand on its head. */
export type LineRead = (line: TextLine, page: RasterPage) => void;

/**
 * The page with its lines upright, and how far it was turned for that. Lying pages show by lines that run down;
 * pages on their heads by lines that nobody can read.
 */
export async function uprightPage(
  paddle: PaddleEngine,
  page: RasterPage,
  lineRead: LineRead = () => undefined,
): Promise<UprightPage> {
  const places = await findPageLines(paddle, page);
  const isLying = runsDown(places);
  const start: QuarterTurns = isLying ? 1 : 0;
  const first = isLying ? turnPage(page, 1) : page;
  const firstPlaces = isLying ? await findPageLines(paddle, first) : places;
  const firstLines = await readAll(paddle, first, firstPlaces, lineRead);
  if (firstLines.length === 0 || (await readsUpright(paddle, first, firstLines))) {
    return { page: first, turns: start, lines: firstLines };
  }
  if (!(await looksBetter(paddle, first, firstLines)))
    return { page: first, turns: start, lines: firstLines };
  const over = turnPage(first, 2);
  const overLines = await readAll(paddle, over, await findPageLines(paddle, over));
  return legibility(overLines) > better * legibility(firstLines)
    ? { page: over, turns: isLying ? 3 : 2, lines: overLines }
    : { page: first, turns: start, lines: firstLines };
}

/**
 * Whether the longest lines can be read better from their other end: a few tell as much as the page turned over, and
 * where the first half of them tells no better, the rest is not asked.
 */
async function looksBetter(paddle: PaddleEngine, page: RasterPage, lines: TextLine[]): Promise<boolean> {
  const longest = lines.toSorted((a, b) => b.place.width / b.place.height - a.place.width / a.place.height);
  const fromOtherEnd = (some: TextLine[]) =>
    readAll(
      paddle,
      page,
      some.map(({ place }) => ({ ...place, angle: place.angle + Math.PI })),
    );
  const half = longest.slice(0, sampleLines / 2);
  const turned = await fromOtherEnd(half);
  if (legibility(turned) <= legibility(half)) return false;
  turned.push(...(await fromOtherEnd(longest.slice(half.length, sampleLines))));
  return legibility(turned) > better * legibility(longest.slice(0, sampleLines));
}

async function readAll(
  paddle: PaddleEngine,
  page: RasterPage,
  places: SlantedBox[],
  lineRead: LineRead = () => undefined,
): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const place of places) {
    const line = await paddle.readLine(page, place);
    lines.push(line);
    lineRead(line, page);
  }
  return lines;
}

function runsDown(places: SlantedBox[]): boolean {
  const long = (ratio: (place: SlantedBox) => number) =>
    places.filter((place) => ratio(place) > 2).reduce((sum, { width, height }) => sum + width * height, 0);
  return long(({ width, height }) => height / width) > 1.5 * long(({ width, height }) => width / height);
}

async function readsUpright(paddle: PaddleEngine, page: RasterPage, lines: TextLine[]): Promise<boolean> {
  const sure = lines
    .filter((line) => line.confidence >= proof.confidence && letters(line) >= proof.letters)
    .sort((a, b) => letters(b) - letters(a))
    .slice(0, 4);
  if (sure.length < proof.lines) return false;
  let upright = 0;
  for (const { place } of sure) if ((await paddle.upsideDown(page, place)) < 0.5) upright += 1;
  return upright * 2 > sure.length;
}

function legibility(lines: TextLine[]): number {
  return lines.reduce((sum, line) => sum + letters(line) * line.confidence ** 2, 0);
}

function letters({ text }: TextLine): number {
  return text.replace(/[^A-Za-z0-9]/g, '').length;
}
