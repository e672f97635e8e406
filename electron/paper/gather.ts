import type { LspId, RequestId } from '../../shared/domain/ids.ts';
import type { DaySummary } from '../../shared/domain/day/day-summary.ts';
import type { Bilingual, Instant, IsoDate } from '../../shared/domain/values.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { officeFacts, type OfficeFacts } from '../../shared/paper/office-facts.ts';
import type { LspNames } from '../../shared/paper/request-facts.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Store, StoredMaster, StoredRequest, StoreReads, VaultIdentity } from '../storage/store.ts';

/** Where the data of papers come from; reads only. */
export interface PaperSources {
  store: Pick<StoreReads, 'request' | 'master' | 'additions' | 'order' | 'register' | 'transfer'> &
    Pick<Store, 'leaving' | 'keptDecisions'>;
  identity: VaultIdentity;
  /** The office's day as the window shows it: counted in one place only. */
  daySummary(): Promise<DaySummary>;
  /** By the PC's clock: when the paper was made. */
  now: Instant;
  /** The day in India, the server's where it is known. */
  today: IsoDate;
  isSample: boolean;
}

/** @param title the post of whoever signs, where the office has not set one of its own. */
export async function officeOf(
  { store, identity, now, isSample }: PaperSources,
  title: Bilingual = identity.officer.title,
): Promise<OfficeFacts> {
  const { helplines } = await store.master();
  return officeFacts({
    district: identity.district,
    officerTitle: title,
    helplines,
    additions: await store.additions(),
    madeAt: now,
    isSample,
  });
}

/** The request, or that there is none. */
export async function requestOf(
  { store }: PaperSources,
  id: RequestId,
): Promise<Result<StoredRequest, DeskError>> {
  const stored = await store.request(id);
  return stored ? ok(stored) : fail({ kind: 'not-found' });
}

/** An LSP that the master data do not name (any more) stands on paper by its id. */
export function lspNameIn({ lsps }: Pick<StoredMaster, 'lsps'>): (id: string) => Bilingual {
  return nameIn(lsps);
}

export function districtNameIn({ districts }: Pick<StoredMaster, 'districts'>): (id: string) => Bilingual {
  return nameIn(districts);
}

function nameIn(records: readonly { id: string; name: Bilingual }[]): (id: string) => Bilingual {
  const names = new Map(records.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? { hi: id, en: id };
}

export function lspNames(
  request: { currentLspId: LspId; targetLspId: LspId },
  master: Pick<StoredMaster, 'lsps'>,
): LspNames {
  const name = lspNameIn(master);
  return { current: name(request.currentLspId), target: name(request.targetLspId) };
}
