import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';

/** How far the photo reaches left of the print on an Aadhaar card, in widths of the printed block. */
const photoReach = 0.75;
const margin = 0.25;

const beside = ['name', 'dob', 'gender', 'nameHindi'] as const;
/** How far from the name the lines beside the photo may stand, in heights of the name's line, and in widths across. */
const reach = { down: 8, across: 1.5 };

/**
 * The part of the scan where the card's photo stands: left of the name, birth date and gender as they are printed on one
 * card. A code tells them too, from where it stands, and the other side or another card may lie on the same page. Null
 * where none of them was read, so that nothing else is shown as the photo.
 */
export function cardRegion(reading: DocumentReading): PageBox | null {
  const boxes = beside.flatMap((wanted) =>
    reading.fields.flatMap(({ field, box, source }) =>
      box !== null && field === wanted && (source === 'print' || source === 'print-second') ? [box] : [],
    ),
  );
  const [first] = boxes;
  if (!first) return null;
  const block = boxes.filter((box) => isNear(box, first));
  const left = Math.min(...block.map(({ x }) => x));
  const right = Math.max(...block.map(({ x, width }) => x + width));
  const top = Math.min(...block.map(({ y }) => y));
  const bottom = Math.max(...block.map(({ y, height }) => y + height));
  const x = Math.max(0, left - (right - left) * photoReach);
  const y = Math.max(0, top - (bottom - top) * margin);
  return {
    page: first.page,
    x,
    y,
    width: left - x + (right - left) * 0.1,
    height: Math.min(1 - y, (bottom - top) * (1 + 2 * margin)),
  };
}

function isNear(box: PageBox, first: PageBox): boolean {
  if (box.page !== first.page) return false;
  const down = Math.abs(box.y - first.y) <= reach.down * first.height;
  return down && Math.abs(box.x - first.x) <= reach.across * Math.max(first.width, box.width);
}
