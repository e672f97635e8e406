import { quantiles } from '../quantiles.ts';
import type { Figures, Measured } from './contestant.ts';
import { contestantNames, type ContestantName, type PeersProblem } from './contestants.ts';

type PerContestant = Record<ContestantName, number | null>;

/** Medians in milliseconds, beside them the bytes over the sockets and the most memory in MB. */
export interface PhaseFigures extends PerContestant {
  ratioToFloor: number | null;
  /** PouchDB's time to ours. */
  fasterThanPouchdb: number | null;
  bytes: PerContestant;
  peakMb: PerContestant;
}

export interface SyncFigures {
  /** `makingEntries`: milliseconds of the floor for rows and search entries, without which it would be `readyFloor`. */
  firstSync: PhaseFigures & { makingEntries: number; ratioToReadyFloor: number | null };
  /** `receiptChecks`: milliseconds that the floor does not spend, for checking the signature of each receipt once. */
  push: PhaseFigures & { receiptChecks: number; ratioToProvingFloor: number | null };
  /** `firstRound`: ours in the round after the first sync, when what it runs has not been compiled yet. */
  changes100: PhaseFigures & { firstRound: number | null };
  /** Why the peers were not measured. */
  peersMissing: string | null;
}

type All = Record<ContestantName, Figures[]>;

export function summary(all: All, peersMissing: PeersProblem): SyncFigures {
  const received = phase(all, (figures) => (figures.firstSync ? [figures.firstSync] : []));
  const makingEntries = median(all.floor.flatMap(({ firstMakingMs }) => firstMakingMs ?? [])) ?? NaN;
  const readyFloor = received.floor === null ? null : received.floor - makingEntries;
  const firstSync = { ...received, makingEntries, ratioToReadyFloor: ratio(received.ours, readyFloor) };
  const sent = phase(all, (figures) => (figures.push ? [figures.push] : []));
  const changes = phase(all, (figures) => figures.changes ?? []);
  const firstRound = median(all.ours.flatMap((figures) => figures.changes?.[0]?.ms ?? []));
  const changes100 = { ...changes, firstRound };
  const receiptChecks = median(all.floor.flatMap(({ receiptChecksMs }) => receiptChecksMs ?? [])) ?? NaN;
  const provingFloor = sent.floor === null ? null : sent.floor + receiptChecks;
  const push = { ...sent, receiptChecks, ratioToProvingFloor: ratio(sent.ours, provingFloor) };
  report('first sync', firstSync);
  console.log(`             making the floor's rows and search entries: ${makingEntries} ms`);
  report('push', push);
  console.log(`             checking each receipt once: ${receiptChecks} ms`);
  report('100 changes', changes100);
  console.log(`             ours, the first of the rounds: ${firstRound} ms`);
  return { firstSync, push, changes100, peersMissing };
}

function phase(all: All, of: (figures: Figures) => Measured[]): PhaseFigures {
  const each = (value: (figures: Figures) => number[]): PerContestant => {
    const [ours, floor, pouchdb, rxdb] = contestantNames.map((name) => median(all[name].flatMap(value)));
    return { ours: ours ?? null, floor: floor ?? null, pouchdb: pouchdb ?? null, rxdb: rxdb ?? null };
  };
  const ms = each((figures) => of(figures).map((measured) => measured.ms));
  return {
    ...ms,
    ratioToFloor: ratio(ms.ours, ms.floor),
    fasterThanPouchdb: ratio(ms.pouchdb, ms.ours),
    bytes: each((figures) => of(figures).map((measured) => measured.bytes)),
    peakMb: each((figures) => (of(figures).length > 0 ? [figures.peakMb] : [])),
  };
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantiles(values).median;
}

function ratio(value: number | null, other: number | null): number | null {
  return value === null || other === null ? null : Math.round((value / other) * 100) / 100;
}

function report(name: string, figures: PhaseFigures): void {
  for (const contestant of contestantNames) {
    const ms = figures[contestant];
    if (ms === null) continue;
    const bytes = `${Math.round((figures.bytes[contestant] ?? 0) / 1024)} KB`;
    console.log(
      `${name.padEnd(12)} ${contestant.padEnd(8)} ${ms} ms, ${bytes}, ${figures.peakMb[contestant]} MB`,
    );
  }
}
