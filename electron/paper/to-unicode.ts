/** What the codes of one font mean, and how many bytes a code has. */
export interface FontText {
  bytesPerCode: 1 | 2;
  textOf: ReadonlyMap<number, string>;
}

/** Reads a font's ToUnicode map, as Chromium writes it: `bfchar` and `bfrange` with hexadecimal strings. */
export function readToUnicode(cmap: string): FontText {
  const textOf = new Map<number, string>();
  const width = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(cmap)?.[1]?.length ?? 4;
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of lines.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g)) {
      textOf.set(parseInt(code, 16), fromHex(text));
    }
  }
  for (const [, lines = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = lines.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g);
    for (const [, first = '', last = '', text = ''] of ranges) addRange(textOf, first, last, text);
  }
  return { bytesPerCode: width === 2 ? 1 : 2, textOf };
}

/** The last unit of the text counts up with the code. */
function addRange(textOf: Map<number, string>, first: string, last: string, text: string): void {
  const start = parseInt(first, 16);
  const from = fromHex(text);
  const head = from.slice(0, -1);
  const tail = from.charCodeAt(from.length - 1);
  for (let code = start; code <= parseInt(last, 16); code += 1) {
    textOf.set(code, head + String.fromCharCode(tail + code - start));
  }
}

/** UTF-16, big endian, in hexadecimal; a leading byte-order mark is no text. */
export function fromHex(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16))).replace(/^\uFEFF/, '');
}

export function toHex(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units.map((unit) => unit.toString(16).toUpperCase().padStart(4, '0')).join('');
}
