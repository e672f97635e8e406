/** One operation of a page's content: its operands as they stand in the file, and the operator. */
export interface Operation {
  operands: string[];
  operator: string;
}

const space = '[\\x00\\t\\n\\f\\r ]';
const token = new RegExp(
  [
    `${space}+|%[^\\n\\r]*`,
    '(?<literal>\\()',
    '(?<dictionary><<)',
    '(?<list>\\[)',
    '(?<hex><[0-9A-Fa-f\\s]*>)',
    '(?<name>/[^\\x00\\t\\n\\f\\r ()<>\\[\\]{}/%]*)',
    '(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+))(?=[\\x00\\t\\n\\f\\r ()<>\\[\\]{}/%]|$)',
    '(?<word>[A-Za-z\'"][A-Za-z0-9*\'"]*)',
  ].join('|'),
  'y',
);

/**
 * Reads the operations of a content stream, byte for character (latin1).
 * @throws Error where it is not one that Chromium's PDF writer makes (an inline image, a cut stream): nothing is guessed.
 */
export function readOperations(content: string): Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let at = 0;
  while (at < content.length) {
    token.lastIndex = at;
    const found = token.exec(content);
    if (!found) throw new Error(`Content stream: nothing known at ${at}`);
    const end = ending(content, at, found);
    const text = content.slice(at, end);
    at = end;
    if (found.groups?.['word'] !== undefined && !isConstant(text)) {
      if (text === 'BI') throw new Error('Content stream: an inline image');
      operations.push({ operands, operator: text });
      operands = [];
    } else if (/[^\s\0]/.test(text) && !text.startsWith('%')) {
      operands.push(text);
    }
  }
  if (operands.length > 0) throw new Error('Content stream: cut short');
  return operations;
}

export function writeOperations(operations: readonly Operation[]): string {
  return operations.map(({ operands, operator }) => `${[...operands, operator].join(' ')}\n`).join('');
}

function isConstant(word: string): boolean {
  return word === 'true' || word === 'false' || word === 'null';
}

function ending(content: string, at: number, found: RegExpExecArray): number {
  if (found.groups?.['literal'] !== undefined) return literalEnd(content, at);
  if (found.groups?.['dictionary'] !== undefined) return nestedEnd(content, at, '<<', '>>');
  if (found.groups?.['list'] !== undefined) return nestedEnd(content, at, '[', ']');
  return at + found[0].length;
}

/** After the closing parenthesis that belongs to the opening one; `\)` does not close. */
function literalEnd(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const sign = content[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  throw new Error('Content stream: a text without an end');
}

function nestedEnd(content: string, start: number, open: string, close: string): number {
  let depth = 0;
  let at = start;
  while (at < content.length) {
    if (content[at] === '(') {
      at = literalEnd(content, at);
    } else if (content.startsWith(open, at)) {
      depth += 1;
      at += open.length;
    } else if (content.startsWith(close, at)) {
      at += close.length;
      if (--depth === 0) return at;
    } else {
      at += 1;
    }
  }
  throw new Error(`Content stream: ${open} without its end`);
}
