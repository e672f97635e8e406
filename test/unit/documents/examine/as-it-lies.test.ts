import { expect, it } from 'vitest';
import { regionsAsTheyLie } from '../../../../electron/documents/examine/as-it-lies.ts';
import type { WorkedPage } from '../../../../electron/documents/examine/read-pages.ts';

const turned = (turns: number) => ({ print: { turns } }) as unknown as WorkedPage;

it('what would be burned out is told where the file shows it, page by page', () => {
  // Read upright near the top left: on a page that was turned clockwise for that, it lies near the bottom left.
  const box = { page: 1, x: 0.1, y: 0.2, width: 0.3, height: 0.05 };
  const [first, second] = regionsAsTheyLie(
    [
      { what: 'number', box: { ...box, page: 0 } },
      { what: 'number', box },
    ],
    [turned(0), turned(1)],
  );
  expect(first?.box).toEqual({ ...box, page: 0 });
  expect(second?.box.x).toBeCloseTo(0.2);
  expect(second?.box.y).toBeCloseTo(0.6);
  expect([second?.box.width, second?.box.height]).toEqual([0.05, 0.3]);
});
