import type { Operation } from './content-stream.ts';
import { Pen } from './pen.ts';
import { fromHex, toHex, type FontText } from './to-unicode.ts';

/** Operations that stand inside a text object and neither show text nor end a line. */
const inText = new Set(['Tf', 'Tm', 'Td', 'Tj']);
const actualText = /\/ActualText\s*<([0-9A-Fa-f]*)>/;
const operation = (operator: string, ...operands: string[]): Operation => ({ operands, operator });

/**
 * Gives each word one `ActualText`. Chromium writes one for each cluster of glyphs, and readers then take a cluster for
 * a word of its own ("पंजीकृ त"). Text objects that follow each other directly become one, so that a word may change its
 * font in the middle; the glyphs and their places stay as they are. Text outside the tags is marked as an artifact.
 * @param fonts by the name under which the page knows them.
 */
export function spanWords(
  operations: readonly Operation[],
  fonts: ReadonlyMap<string, FontText>,
): Operation[] {
  const out: Operation[] = [];
  let tagDepth = 0;
  let at = 0;
  while (at < operations.length) {
    const next = operations[at];
    if (!next) break;
    if (next.operator === 'BT') {
      const end = endOfText(operations, at);
      const words = new TextRun(fonts).rewritten(operations.slice(at, end));
      out.push(...(tagDepth > 0 ? words : asArtifact(words)));
      at = end;
      continue;
    }
    if (next.operator === 'BDC' || next.operator === 'BMC') tagDepth += 1;
    if (next.operator === 'EMC') tagDepth -= 1;
    out.push(next);
    at += 1;
  }
  return out;
}

/** Page numbers and what else stands in the margins is read by nobody who reads by the tags. */
function asArtifact(text: Operation[]): Operation[] {
  return [operation('BDC', '/Artifact', '<</Type /Pagination>>'), ...text, operation('EMC')];
}

/** Behind the last `ET` of text objects that follow each other directly. */
function endOfText(operations: readonly Operation[], start: number): number {
  let at = start;
  while (operations[at]?.operator === 'BT') {
    while (at < operations.length && operations[at]?.operator !== 'ET') at += 1;
    if (at >= operations.length) throw new Error('Content stream: a text object without an end');
    at += 1;
  }
  return at;
}

/** One text object in the making: holds back what belongs to the word until the word has ended. */
class TextRun {
  readonly #fonts: ReadonlyMap<string, FontText>;
  readonly #out: Operation[] = [];
  /** Operations of the present word, from its first glyph to its last. */
  #word: Operation[] = [];
  /** Moves and fonts that came after the word's last glyph: they belong to whatever comes next. */
  #moves: Operation[] = [];
  #text = '';
  readonly #pen = new Pen();
  #font: FontText | null = null;
  /** Of Chromium's own span, while in one: its text counts once, for its first glyph. */
  #cluster: { text: string; isCounted: boolean } | null = null;

  constructor(fonts: ReadonlyMap<string, FontText>) {
    this.#fonts = fonts;
  }

  rewritten(operations: readonly Operation[]): Operation[] {
    for (const next of operations) this.#take(next);
    this.#endWord();
    return [operation('BT'), ...this.#out, ...this.#moves, operation('ET')];
  }

  #take(next: Operation): void {
    switch (next.operator) {
      case 'BT':
        // Each text object begins at the origin: without its own `BT` it must be put there.
        this.#move(operation('Tm', '1', '0', '0', '1', '0', '0'));
        return;
      case 'ET':
        return;
      case 'BDC':
        this.#cluster = { text: actualTextOf(next), isCounted: false };
        return;
      case 'EMC':
        this.#cluster = null;
        return;
      case 'Tj':
        this.#show(next);
        return;
      default:
        if (!inText.has(next.operator)) this.#endWord();
        if (next.operator === 'Tf') this.#font = this.#fonts.get((next.operands[0] ?? '').slice(1)) ?? null;
        this.#move(next);
    }
  }

  #move(next: Operation): void {
    this.#pen.move(next);
    this.#moves.push(next);
  }

  #show(next: Operation): void {
    const pieces = this.#pieces(next.operands[0] ?? '<>');
    if (!this.#pen.goesOn()) this.#endWord();
    this.#pen.show(pieces.reduce((count, piece) => count + piece.glyphs, 0));
    for (const { codes, text, isBlank } of pieces) {
      const shown = operation('Tj', codes);
      if (isBlank) {
        this.#endWord();
        this.#out.push(...this.#moves.splice(0), shown);
      } else {
        this.#word.push(...this.#moves.splice(0), shown);
        this.#text += text;
      }
    }
  }

  /** The codes of one `Tj` with their text, cut where a blank begins or ends. */
  #pieces(codes: string): Piece[] {
    if (this.#cluster) {
      const { text, isCounted } = this.#cluster;
      this.#cluster.isCounted = true;
      return [{ codes, text: isCounted ? '' : text, isBlank: isBlank(text), glyphs: 1 }];
    }
    const font = this.#font;
    if (!font || !codes.startsWith('<')) throw new Error('Content stream: text in a font that is not known');
    const pieces: Piece[] = [];
    const hex = codes.slice(1, -1).replace(/\s/g, '');
    for (const code of hex.match(new RegExp(`.{${font.bytesPerCode * 2}}`, 'g')) ?? []) {
      const text = font.textOf.get(parseInt(code, 16)) ?? '\uFFFD';
      const last = pieces.at(-1);
      if (last?.isBlank === isBlank(text)) {
        last.codes = `${last.codes.slice(0, -1)}${code}>`;
        last.text += text;
        last.glyphs += 1;
      } else {
        pieces.push({ codes: `<${code}>`, text, isBlank: isBlank(text), glyphs: 1 });
      }
    }
    return pieces;
  }

  #endWord(): void {
    if (this.#word.length > 0) {
      const text = `<FEFF${toHex(this.#text)}>`;
      this.#out.push(operation('BDC', '/Span', `<</ActualText ${text}>>`), ...this.#word, operation('EMC'));
    }
    this.#word = [];
    this.#text = '';
  }
}

interface Piece {
  codes: string;
  text: string;
  isBlank: boolean;
  glyphs: number;
}

function actualTextOf(next: Operation): string {
  const hex = actualText.exec(next.operands[1] ?? '')?.[1];
  if (hex === undefined) throw new Error('Content stream: a mark of another kind inside a text object');
  return fromHex(hex);
}

function isBlank(text: string): boolean {
  return /^[\s\u00A0]*$/.test(text);
}
