/** Letters that show nothing on screen: the Hangul fillers. */
const unseen = /[\u115F\u1160\u3164\uFFA0]/g;

/** Whether a text says anything: dots, dashes, blanks and invisible signs alone do not. */
export function hasWords(text: string | null): boolean {
  return text !== null && /[\p{L}\p{N}]/u.test(text.replace(unseen, ''));
}
