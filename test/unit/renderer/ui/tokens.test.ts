import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
);

function luminance(name: string): number {
  const hex = tokens.get(name);
  if (hex === undefined) throw new Error(`No colour --${name}`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.1 contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['canvas', 'surface', 'surface-sunken', 'surface-hover', 'surface-selected'];

describe('text reaches AA (4.5:1)', () => {
  const inks = ['ink', 'ink-muted', 'brand', 'brand-strong', 'good', 'warn', 'bad', 'info'];
  it.each(inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)))(
    '%s on %s',
    (ink, surface) => {
      expect(contrast(ink, surface)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(['good', 'warn', 'bad', 'info'])('%s on its own soft ground', (tone) => {
    expect(contrast(tone, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['brand', 'brand-strong', 'good', 'bad', 'warn', 'header'])('white on %s', (ground) => {
    expect(contrast('ink-on-dark', ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('muted text in the header', () => {
    expect(contrast('header-muted', 'header')).toBeGreaterThanOrEqual(4.5);
  });
});

it.each(surfaces)('edges of fields and the focus ring reach 3:1 on %s', (surface) => {
  expect(contrast('focus', surface)).toBeGreaterThanOrEqual(3);
  if (surface === 'surface') expect(contrast('line-strong', surface)).toBeGreaterThanOrEqual(3);
});

it('keeps lines apart enough for Devanagari', () => {
  const line = Number(/--line:\s*([\d.]+);/.exec(css)?.[1]);
  expect(line).toBeGreaterThanOrEqual(1.5);
});
