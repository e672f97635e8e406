import type { PaperField, ReadingSource } from '../document-reading.ts';
import { bestLatin, hasDevanagari, type LineBox, type PrintedLine } from './printed-line.ts';

/** A line on which a field is thought to stand, and how its value is got out of the line's text. */
export interface FieldPlace {
  field: PaperField;
  line: PrintedLine;
  read: (text: string) => string | null;
}

export interface PrintedField {
  field: PaperField;
  value: string;
  source: Extract<ReadingSource, 'print' | 'print-second'>;
  box: LineBox;
  confidence: number;
}

/** How much less a Hindi reading is trusted than data: the second engine's own figures are of no use for one line. */
const secondConfidence = 0.8;

/** One value of each engine for each place, where it has one. */
export function readPlaces(places: readonly FieldPlace[]): PrintedField[] {
  return places.flatMap(({ field, line, read }) => {
    const { box } = line;
    // On a Hindi line the first engine sees Latin letters that are not there.
    const print = isHindiOnly(line.second) ? null : read(bestLatin(line));
    const second = line.second === null ? null : read(line.second);
    const fields: PrintedField[] = [];
    if (print) fields.push({ field, value: print, source: 'print', box, confidence: line.confidence });
    if (second) {
      fields.push({ field, value: second, source: 'print-second', box, confidence: secondConfidence });
    }
    return fields;
  });
}

function isHindiOnly(second: string | null): boolean {
  return second !== null && hasDevanagari(second) && !/[A-Za-z0-9]{2}/.test(second);
}
