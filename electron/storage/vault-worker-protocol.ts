import type { SalvageReport } from '../../shared/ipc/views/salvage.ts';
import type { SalvageOrder } from './salvage/salvage-database.ts';
import type { DatabaseKey } from './sql-database.ts';
import type { FaultNote } from './storage-error.ts';
import type { StoreMethod } from './store-methods.ts';
import type { VaultIdentity } from './store.ts';

/** What a worker of this file is started for. */
export type VaultTask =
  | { task: 'create'; file: string; key: DatabaseKey; identity: VaultIdentity }
  | { task: 'serve'; file: string; key: DatabaseKey }
  | { task: 'salvage'; order: SalvageOrder }
  | { task: 'derive'; password: string; salt: Uint8Array; cost: KdfCost };

/** Argon2id. */
export interface KdfCost {
  memoryKiB: number;
  iterations: number;
  parallelism: number;
}

/** The first message of a worker: what became of its start. */
export type VaultGreeting =
  | { ok: true; identity?: VaultIdentity; derived?: Uint8Array; salvaged?: SalvageReport }
  | ({ ok: false } & FaultNote);

export interface VaultCall {
  id: number;
  method: StoreMethod;
  args: unknown[];
}

/** What was asked at one moment goes in one message: waking a thread costs more than most of what it is woken for. */
export type VaultMessage = readonly VaultCall[] | 'close';

export type VaultAnswer = { id: number; ok: true; value: unknown } | ({ id: number; ok: false } & FaultNote);
