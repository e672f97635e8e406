import { fillText } from '../text/fill-text.ts';
import type { PaperWords } from './paper-words.ts';

/** Why a number is void, in words; a reason of a newer server by its name. */
export function voidReason(why: string, { voidWhy }: PaperWords): string {
  const known: Partial<Record<string, string>> = voidWhy;
  return (why === 'other' ? undefined : known[why]) ?? fillText(voidWhy.other, { why });
}
