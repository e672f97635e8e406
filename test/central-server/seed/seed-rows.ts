import type { District, Officer } from '../../../shared/domain/master.ts';
import type { Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { FeedItem } from '../feed/write-item.ts';

/** Everything that a fresh server begins with. */
export interface SeedRows {
  districts: District[];
  officers: Officer[];
  activationCodes: ActivationCode[];
  /** Requests and master data but the officers, which are put into the feed from `officers`. */
  items: FeedItem[];
  blobs: SeedBlob[];
  kiosks: SeedKiosk[];
  /** Put into the feed too. */
  transfers: SeedTransfer[];
}

export interface SeedTransfer {
  transfer: Transfer;
  /** Until then one that waits is not run. */
  notBefore: string;
}

export interface ActivationCode {
  code: string;
  officerId: string;
}

/** A rendered file and who sees it. */
export interface SeedBlob {
  hash: string;
  file: string;
  size: number;
  mime: string;
  districtId: string;
}

export interface SeedKiosk {
  code: string;
  districtId: string;
  lspId: string;
  nameHi: string;
  nameEn: string;
  registeredOn: string;
  isActive: boolean;
  /** `''` on an ID that a transfer has left behind. */
  loginId: string;
  /** `month` is `yyyy-mm`. */
  history: { month: string; service: string; count: number }[];
  /** In paise. */
  balance: {
    wallet: number;
    advance: number;
    creditLimit: number;
    dues: number;
    tds: number;
    security: number;
  };
}

export const emptySeed: SeedRows = {
  districts: [],
  officers: [],
  activationCodes: [],
  items: [],
  blobs: [],
  kiosks: [],
  transfers: [],
};
