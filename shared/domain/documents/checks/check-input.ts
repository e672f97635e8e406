import type { DocumentKind, MigrationRequest } from '../../request.ts';
import type { RequestId } from '../../ids.ts';
import type { Bilingual, IsoDate } from '../../values.ts';
import type { ReadDocument } from '../document-reading.ts';

/** What the vault found in another request that is like something here. */
export interface SeenElsewhere {
  what: 'scan' | 'photo' | 'identity';
  /** The document here. */
  documentId: string;
  requestId: RequestId;
  requestNo: string;
  applicant: Bilingual;
  /** Bits in which the perceptual hashes differ, 0 to 256; 0 for an identity. */
  distance: number;
  /**
   * Of a scan: whether it is the same file, or the same name was read on both. Where no name was read on one of them it
   * may be a print that every applicant hands in.
   */
  isCertain: boolean;
}

/** Beyond these a likeness is chance, and a reading too weak to rest anything on. */
export interface CheckLimits {
  /**
   * Bits of 256 in which two pages may differ and still be one scan: the same file, compressed or shrunk anew. Not one
   * paper scanned twice: on 30 sample papers two such scans differ by 8 to 56 bits (median 32), and those of different
   * people by 14 and more; there the identity tells.
   */
  scanDistance: number;
  photoDistance: number;
  /** Below it a reading is neither a pass nor a fail. */
  confidence: number;
}

export const usualLimits: CheckLimits = { scanDistance: 6, photoDistance: 6, confidence: 0.5 };

export interface CheckInput {
  readings: readonly ReadDocument[];
  /** Null where files are looked at that belong to no request: what would need it is left out. */
  request: Pick<MigrationRequest, 'applicant' | 'kioskCode'> | null;
  /** Into which slot each document was put. */
  slots: Readonly<Record<string, DocumentKind>>;
  /** Null: nobody looked. */
  elsewhere: readonly SeenElsewhere[] | null;
  today: IsoDate;
  limits?: CheckLimits;
}
