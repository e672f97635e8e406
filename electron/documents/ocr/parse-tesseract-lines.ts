import { z } from 'zod';
import type { ReadCharacter, TextLine } from './text-line.ts';

const bbox = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const symbol = z.object({ bbox, text: z.string() });
const word = z.object({ bbox, text: z.string(), confidence: z.number(), symbols: z.array(symbol) });
const line = z.object({ bbox, confidence: z.number(), words: z.array(word) });
type Line = z.infer<typeof line>;
const answer = z.object({
  blocks: z
    .array(z.object({ paragraphs: z.array(z.object({ lines: z.array(line) })).nullable() }))
    .nullable(),
});

/** Tesseract's own JSON, as lines. */
export function parseTesseractLines(json: string): TextLine[] {
  return (answer.parse(JSON.parse(json)).blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs ?? [])
    .flatMap(({ lines }) => lines)
    .filter(({ words }) => words.length > 0)
    .map(asTextLine);
}

function asTextLine({ bbox: box, words, confidence }: Line): TextLine {
  const width = Math.max(1, box.x1 - box.x0);
  const characters: ReadCharacter[] = [];
  for (const { symbols, bbox: wordBox } of words) {
    if (characters.length > 0) characters.push({ text: ' ', at: (wordBox.x0 - box.x0) / width });
    for (const { text, bbox: own } of symbols) {
      characters.push({ text, at: ((own.x0 + own.x1) / 2 - box.x0) / width });
    }
  }
  return {
    text: words.map(({ text }) => text).join(' '),
    confidence: Math.min(1, Math.max(0, confidence / 100)),
    characters,
    place: {
      centreX: (box.x0 + box.x1) / 2,
      centreY: (box.y0 + box.y1) / 2,
      width,
      height: Math.max(1, box.y1 - box.y0),
      angle: 0,
    },
  };
}
