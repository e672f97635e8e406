import { turnBox, undoTurns } from '../../../shared/domain/documents/turn-box.ts';
import type { MaskedRegion } from '../../../shared/domain/documents/document-reading.ts';
import type { WorkedPage } from './read-pages.ts';

/** The same for what would be burned out of the pages. */
export function regionsAsTheyLie(
  regions: readonly MaskedRegion[],
  pages: readonly WorkedPage[],
): MaskedRegion[] {
  return regions.map(({ what, box }) => ({
    what,
    box: turnBox(box, undoTurns(pages[box.page]?.print.turns ?? 0)),
  }));
}

/**
 * A page with the places of what was read as the file shows it. A page that lay on its side is read upright; where no
 * upright copy is made of it, the officer sees it lying, and frames round what was read must stand there.
 */
export function asItLies(page: WorkedPage): WorkedPage {
  const { turns } = page.print;
  if (turns === 0) return page;
  const back = undoTurns(turns);
  const isOnSide = turns % 2 === 1;
  return {
    ...page,
    ...(isOnSide && { width: page.height, height: page.width }),
    fields: page.fields.map((field) => ({ ...field, box: field.box && turnBox(field.box, back) })),
    codes: page.codes.map((placed) => {
      const box = turnBox(placed.box, back);
      const fields = placed.fields.map((field) => ({ ...field, box: field.box && turnBox(field.box, back) }));
      return { ...placed, box, code: { ...placed.code, box }, fields };
    }),
  };
}
