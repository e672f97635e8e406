import { randomBytes } from 'node:crypto';
import type { Language } from '../../shared/domain/values.ts';
import type { PaperKind } from '../../shared/ipc/views/paper.ts';
import type { PressPage } from './press.ts';

/** A paper that was made: its bytes lie in memory and nowhere else. */
export interface ShelvedPaper {
  kind: PaperKind;
  /** Which one: an order's or a request's number, a day. Never a name. */
  subject: string;
  language: Language;
  fileName: string;
  bytes: Uint8Array;
  page: PressPage;
  /** How often it was printed or saved. */
  copies: number;
}

/** As many papers as an officer has in hand at a time; older ones are made again. */
const places = 5;

/** The papers that were made last, by a token that nobody can guess. Emptied when the desk is locked. */
export class PaperShelf {
  readonly #papers = new Map<string, ShelvedPaper>();

  put(paper: ShelvedPaper): string {
    const token = randomBytes(24).toString('base64url');
    this.#papers.set(token, paper);
    for (const oldest of [...this.#papers.keys()].slice(0, -places)) this.#papers.delete(oldest);
    return token;
  }

  get(token: string): ShelvedPaper | null {
    return this.#papers.get(token) ?? null;
  }

  clear(): void {
    this.#papers.clear();
  }
}
