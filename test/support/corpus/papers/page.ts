import { faintMark, SheetBuilder, type Sheet } from './drawing-sheet.ts';

/** A4 at 300 dots an inch. */
export const a4 = { width: 2480, height: 3508 };

export function a4Sheet(paper = '#fffefa'): SheetBuilder {
  return new SheetBuilder(a4.width, a4.height)
    .add(
      `<rect width="${a4.width}" height="${a4.height}" fill="${paper}"/>`,
      faintMark(a4.width, a4.height, 300),
    )
    .write(1240, 3470, 'नमूना / SAMPLE', { size: 36, color: '#b3261e', weight: 700, anchor: 'middle' });
}

/** Cards on the glass of a flatbed, one under another, as people copy both sides on one page. */
export function cardsOnPage(cards: readonly Sheet[], shift: { x: number; y: number }): Sheet {
  const page = a4Sheet('#fbfbf9');
  cards.forEach((card, place) => {
    const x = 300 + shift.x * 800;
    const y = 300 + shift.y * 1200 + place * 780;
    page.add(
      `<rect x="${x + 8}" y="${y + 10}" width="${card.width}" height="${card.height}" rx="30" opacity="0.18"/>`,
    );
    page.place(card, x, y);
  });
  return page.sheet;
}
