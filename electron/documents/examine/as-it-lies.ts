import { turnBox, undoTurns } from '../../../shared/domain/documents/turn-box.ts';
import type { WorkedPage } from './read-pages.ts';

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
