import type { PaperKind } from '../../../shared/domain/documents/document-reading.ts';
import { digitOf } from '../../../shared/domain/documents/reading/digit-signs.ts';
import { findNumbers, type FoundNumber } from '../../../shared/domain/documents/reading/find-numbers.ts';
import { formPlaces } from '../../../shared/domain/documents/reading/form-places.ts';
import type { TextLine } from '../ocr/text-line.ts';
import { asPrintedLine, type PageLine } from './page-lines.ts';

/** A number on a page: by which engine, in which line. */
export interface PageNumber extends FoundNumber {
  line: PageLine;
  engine: 'print' | 'print-second';
}

/**
 * All that either engine takes for a number; those that pass Verhoeff first. On a form, where payment references and
 * account numbers are as long, one that does not pass counts only where it is grouped or named as an Aadhaar number, on
 * its own line or beside the label.
 */
export function numbersOnLines(lines: readonly PageLine[], kind: PaperKind): PageNumber[] {
  const all = numbersIn(lines);
  if (kind !== 'form') return all;
  const labelled = besideLabel(lines);
  return all.filter(({ isCertain, line }) => isCertain || labelled.includes(line) || looksLikeAadhaar(line));
}

/**
 * Whether this is, as far as anybody can tell, the number that the card shows: it passes, or has as many digits, begins
 * as one may, and is no telephone's. Others are burned out too, and the card's own may still stand there.
 */
export function isCardNumber({ kind, digits, isCertain, isTelephone }: Omit<FoundNumber, 'places'>): boolean {
  return kind === 'number' && !isTelephone && (isCertain || /^[2-9]\d{11}$/.test(digits));
}

/** The label is most often a box of its own, and the first engine drops the spaces of what stands beside it. */
function besideLabel(lines: readonly PageLine[]): PageLine[] {
  const printed = lines.map(asPrintedLine);
  const places = formPlaces(printed).filter(({ field }) => field === 'last4');
  return places.flatMap(({ line }) => lines[printed.indexOf(line)] ?? []);
}

function looksLikeAadhaar({ first, second }: PageLine): boolean {
  return [first.text, second?.text ?? ''].some((text) =>
    /(?:^|[^\d\s])\s*\d{4} \d{4} \d{4}(?!\s?\d)|aadhaar|आधार/i.test(text),
  );
}

function numbersIn(lines: readonly PageLine[]): PageNumber[] {
  const found = lines.flatMap((line) => [
    ...numbersOf(line, 'print', line.first),
    ...(line.second === null ? [] : numbersOf(line, 'print-second', line.second)),
  ]);
  return [...found.filter(({ isCertain }) => isCertain), ...found.filter(({ isCertain }) => !isCertain)];
}

function numbersOf(line: PageLine, engine: PageNumber['engine'], { characters }: TextLine): PageNumber[] {
  return findNumbers(characters.map(({ text }) => text)).map((number) => ({ ...number, line, engine }));
}

/** Whether the second engine should look too: so many digits, or a line so wide and dark that they may be lost. */
export function mayHoldNumber({ first }: PageLine): boolean {
  return first.characters.filter(({ text }) => digitOf(text) !== null).length >= 5;
}
