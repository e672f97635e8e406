import sharp from 'sharp';
import { chanceOf } from '../../../simulation/random.ts';

/** A drawn face of nobody, 60 × 72 units: another for each seed, so that two photos can be told apart. */
export function portrait(seed: number): string {
  const chance = chanceOf(seed ^ 0x00face);
  const skin = chance.pick(['#8d5a3b', '#a06b47', '#b57f58', '#c6946c']);
  const hair = chance.pick(['#191512', '#2c211b', '#6b6763', '#3a2f2a']);
  const shirt = chance.pick(['#35507a', '#7a3535', '#3f6b4a', '#c9c2b0', '#56405e', '#a8702d']);
  const ground = chance.pick(['#dfe6ec', '#b7c6d6', '#e8e2d2', '#f4f4f4']);
  const faceWidth = 12 + chance.below(5);
  const faceHeight = 15 + chance.below(5);
  const hairTop = 8 + chance.below(7);
  const moustache = chance.next() < 0.5 ? `<rect x="23" y="41" width="14" height="3" fill="${hair}"/>` : '';
  const glasses =
    chance.next() < 0.3
      ? '<path d="M19 33h9v5h-9zM32 33h9v5h-9zM28 35h4" fill="none" stroke="#222" stroke-width="1.2"/>'
      : '';
  return `<rect width="60" height="72" fill="${ground}"/>
    <path d="M4 72q3-20 26-20q23 0 26 20z" fill="${shirt}"/>
    <ellipse cx="30" cy="${hairTop + 14}" rx="${faceWidth + 3}" ry="16" fill="${hair}"/>
    <rect x="24" y="44" width="12" height="12" fill="${skin}"/>
    <ellipse cx="30" cy="35" rx="${faceWidth}" ry="${faceHeight}" fill="${skin}"/>
    <circle cx="24" cy="34" r="1.8" fill="#111"/><circle cx="36" cy="34" r="1.8" fill="#111"/>
    <path d="M24 46q6 3 12 0" fill="none" stroke="#5d2f25" stroke-width="1.6"/>${moustache}${glasses}`;
}

/** The photo as it travels in a code: 60 × 60, three bytes a pixel. */
export async function portraitPixels(seed: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 6 60 60">${portrait(seed)}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer();
}

/** What a person's signature is drawn from: the same on each paper. */
export function strokes(seed: number): () => number {
  const chance = chanceOf(seed);
  return () => chance.next();
}
