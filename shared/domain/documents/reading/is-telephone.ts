import { passesVerhoeff } from '../../verhoeff.ts';

const named =
  /(?<![a-z])(?:tele?|telephone|ph|phone|mob|mobile|fax|whatsapp|helpline|contact|call)(?![a-z])|फोन|फ़ोन|दूरभाष|मोबाइल|फैक्स/i;

/**
 * Whether a run of digits is a telephone number, or several with commas between them: 0141-2227481, +91 94140 12345,
 * 1800 300 1947. No Aadhaar number begins with 0 or 1, and what passes as one is no telephone number.
 * @param text the run with what stands between its digits, in Western digits
 * @param before what stands before it on the line
 */
export function isTelephone(text: string, before: string): boolean {
  const [first = '', ...others] = text.split(/[,;]/).map((part) => part.replace(/\D/g, ''));
  const saysSo = before.trimEnd().endsWith('+') || named.test(before) || /^(?:00)?91\s?-/.test(text);
  if ([first, ...others].some(mayBeAadhaar)) return false;
  return isWhole(first, saysSo) && others.every((part) => isWhole(part, true) || isShort(part));
}

/** With its area, a mobile's after 0, one without charge, or one with the country's 91, which Aadhaar numbers have too. */
function isWhole(digits: string, saysSo: boolean): boolean {
  return /^0\d{10}$|^18[06]0\d{7}$/.test(digits) || (saysSo && /^(?:00)?91\d{10}$/.test(digits));
}

/** Another of the same area, or a mobile's. */
function isShort(digits: string): boolean {
  return /^\d{6,8}$|^[6-9]\d{9}$/.test(digits);
}

function mayBeAadhaar(digits: string): boolean {
  return Array.from(digits.slice(11), (_, from) => digits.slice(from, from + 12)).some(
    (twelve) => /^[2-9]/.test(twelve) && passesVerhoeff(twelve),
  );
}
