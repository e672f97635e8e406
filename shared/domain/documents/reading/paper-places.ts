import { unreachable } from '../../../result.ts';
import type { PaperKind } from '../document-reading.ts';
import { aadhaarPlaces } from './aadhaar-places.ts';
import type { FieldPlace } from './field-place.ts';
import { formPlaces } from './form-places.ts';
import { panPlaces } from './pan-places.ts';
import type { PrintedLine } from './printed-line.ts';

/** Where the fields of a paper stand among its lines. */
export function paperPlaces(kind: PaperKind, lines: readonly PrintedLine[]): FieldPlace[] {
  switch (kind) {
    case 'aadhaar':
      return aadhaarPlaces(lines);
    case 'pan':
      return panPlaces(lines);
    case 'form':
      return formPlaces(lines);
    case 'ekyc':
    case 'unknown':
      return [];
    default:
      return unreachable(kind);
  }
}
