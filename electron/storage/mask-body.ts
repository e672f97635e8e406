import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';

export interface MaskedBody {
  /** The same object when nothing was masked. */
  body: unknown;
  /** How many texts of it held an Aadhaar number. */
  masked: number;
}

/** Fields whose digits mean something else: payment references, telephone numbers, hashes, ids and codes. */
const isExempt =
  /^(id|hash|code|reference|cursor|login)$|(Id|Hash|Code|No|Reference)$|^(mobile|phone|telephone)|(Mobile|Phone|Telephone)/;

/** Shorter than twelve characters: no number fits. */
const shortest = 12;

/** By kind of item: the field that is a telephone number though its name does not tell. */
const telephones: Readonly<Partial<Record<string, string>>> = { helpline: 'number' };

/**
 * Masks the Aadhaar numbers in the texts of what a server sent, unknown fields too. The depth of a body is bounded by
 * whoever parsed it.
 *
 * @param kind of the item: +91 and a number of ten digits are twelve, and one in ten of them passes for an Aadhaar number
 */
export function maskBody(body: unknown, kind = ''): MaskedBody {
  const telephone = Object.hasOwn(telephones, kind) ? telephones[kind] : undefined;
  let masked = 0;

  /** @param name the field that the value stands in; asked for only when there is something to mask. */
  function visit(value: unknown, name: string): unknown {
    if (typeof value === 'string') return value.length < shortest ? value : visitText(value, name);
    if (typeof value !== 'object' || value === null) return value;
    return Array.isArray(value) ? visitArray(value, name) : visitObject(value as Record<string, unknown>);
  }

  function visitText(text: string, name: string): string {
    const safe = maskAadhaarNumbers(text);
    if (safe === text || isExempt.test(name) || name === telephone) return text;
    masked += 1;
    return safe;
  }

  function visitArray(values: readonly unknown[], name: string): readonly unknown[] {
    let copy: unknown[] | null = null;
    for (let at = 0; at < values.length; at += 1) {
      const safe = visit(values[at], name);
      if (safe !== values[at]) (copy ??= [...values])[at] = safe;
    }
    return copy ?? values;
  }

  function visitObject(fields: Record<string, unknown>): Record<string, unknown> {
    let copy: Record<string, unknown> | null = null;
    for (const name in fields) {
      const value = fields[name];
      const safe = visit(value, name);
      if (safe !== value) (copy ??= { ...fields })[name] = safe;
    }
    return copy ?? fields;
  }

  return { body: visit(body, ''), masked };
}
