import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alongReading, smallestRectangle } from '../../../../electron/documents/ocr/smallest-rectangle.ts';
import { textPlaces } from '../../../../electron/documents/ocr/text-places.ts';

const width = 200;
const height = 120;

/** A map with one slanted bar of text. */
function mapWithBar(angle: number, long = 100, thick = 12): Float32Array {
  const map = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = x - width / 2;
      const dy = y - height / 2;
      const along = dx * Math.cos(angle) + dy * Math.sin(angle);
      const across = dy * Math.cos(angle) - dx * Math.sin(angle);
      if (Math.abs(along) <= long / 2 && Math.abs(across) <= thick / 2) map[y * width + x] = 0.9;
    }
  }
  return map;
}

describe('textPlaces', () => {
  it('finds a bar where it lies, at its angle, grown back by what the network leaves off', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), (angle) => {
        const [place, ...more] = textPlaces(mapWithBar(angle), width, height);
        expect(more).toEqual([]);
        expect(place?.centreX).toBeCloseTo(width / 2, -0.5);
        expect(place?.centreY).toBeCloseTo(height / 2, -0.5);
        expect(Math.abs((place?.angle ?? 9) - angle)).toBeLessThan(0.06);
        expect(place?.width).toBeGreaterThan(110);
        expect(place?.height).toBeGreaterThan(24);
        expect(place?.height).toBeLessThan(44);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps a line that runs down as one', () => {
    const [place] = textPlaces(mapWithBar(Math.PI / 2), width, height);
    expect(place?.height).toBeGreaterThan((place?.width ?? Infinity) * 2);
  });

  it('finds nothing in an empty map, nor in specks and faint blots', () => {
    expect(textPlaces(new Float32Array(width * height), width, height)).toEqual([]);
    expect(textPlaces(mapWithBar(0, 1, 1), width, height)).toEqual([]);
    expect(
      textPlaces(
        mapWithBar(0).map((value) => value / 2),
        width,
        height,
      ),
    ).toEqual([]);
  });
});

describe('smallestRectangle', () => {
  it('holds every point, whatever they are', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 99 }), y: fc.integer({ min: 0, max: 99 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (points) => {
        const box = alongReading(smallestRectangle(points));
        for (const { x, y } of points) {
          const dx = x - box.centreX;
          const dy = y - box.centreY;
          expect(Math.abs(dx * Math.cos(box.angle) + dy * Math.sin(box.angle))).toBeLessThanOrEqual(
            box.width / 2 + 1e-6,
          );
          expect(Math.abs(dy * Math.cos(box.angle) - dx * Math.sin(box.angle))).toBeLessThanOrEqual(
            box.height / 2 + 1e-6,
          );
        }
        expect(Math.abs(box.angle)).toBeLessThanOrEqual(Math.PI / 4 + 1e-9);
      }),
    );
  });
});
