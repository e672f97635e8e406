import { fail, ok, type Result } from '../../shared/result.ts';

export type JsonFault = 'not-json' | 'too-deep';

/** No object of the protocol nests half as deep; JSON.parse itself would go down until the stack ends. */
const maximumDepth = 64;

/**
 * Parses what a stranger sent. The depth is measured on the text, before anything is built. A key `__proto__` is left
 * out: harmless in what JSON.parse returns, but whoever copies it by assignment would change an object's prototype.
 */
export function parseSafely(text: string): Result<unknown, JsonFault> {
  if (isTooDeep(text)) return fail('too-deep');
  try {
    return ok(mayNamePrototype(text) ? JSON.parse(text, dropPrototype) : JSON.parse(text));
  } catch {
    return fail('not-json');
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at += 1;
      else if (code === quote) isInString = false;
    } else if (code === quote) isInString = true;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maximumDepth) return true;
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const openBracket = 0x5b;
const closeBrace = 0x7d;
const closeBracket = 0x5d;

/** Written plainly or with escapes; the slow parse with a reviver is for these texts only. */
function mayNamePrototype(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u00');
}

function dropPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
