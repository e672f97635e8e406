import { cpSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blobHash, type RequestId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import { StorageError } from '../../electron/storage/storage-error.ts';
import { serveScans } from '../../electron/window/serve-scans.ts';
import { chanceOf, type Chance } from '../simulation/random.ts';
import { addCounts, noCounts, reportOf, type DrillCounts, type DrillReport } from './account/drill-report.ts';
import { bundleChild } from './desk/bundle-child.ts';
import { makeTemplate, type CutTemplate, type CutTold } from './desk/cut-template.ts';
import { drillPassword, folderAt, openFolder, type OpenFolder } from './desk/folder-desk.ts';
import { openOffice, startDrillServer } from './desk/office.ts';
import { decisionPages } from './desk/decision-pages.ts';
import type { DrillOptions, Say } from './drill.ts';

const requests = 40;
const cutsPerTemplate = 25;
/** So many cuts of each kind, and one of them goes on with the server to the end. */
const settlesEvery = 12;
const hour = 60 * 60_000;

/** What came of the cuts, for the progress: a drill that expects nothing proves nothing. */
type Seen = Record<'salvaged' | 'opened' | 'settled' | 'expected' | 'gone', number>;

/**
 * Drill 8: the database, its log or a scan's file is cut at a random byte, `count` times each. What stood before the cut
 * is there again: by opening, or by the salvage; what is gone is named; and the rest comes from the server.
 */
export async function truncated({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const child = await bundleChild();
  const central = await startDrillServer();
  const counts = noCounts();
  const seen: Seen = { salvaged: 0, opened: 0, settled: 0, expected: 0, gone: 0 };
  const chance = chanceOf(seed);
  try {
    for (let done = 0; done < count; done += cutsPerTemplate) {
      const office = await openOffice(central, requests, 3);
      const template = await makeTemplate(office, child.workerUrl);
      const cutter = new Cutter(template, child.workerUrl, chance, counts, seen, say);
      const share = Math.min(cutsPerTemplate, count - done);
      for (let nth = 0; nth < share; nth += 1) {
        const isSettled = nth % settlesEvery === 0;
        await cutter.cutDatabase(isSettled);
        await cutter.cutLog(isSettled);
      }
      await cutter.cutScans(share);
      template.dispose();
      say(`${counts.count} of ${3 * count}: ${JSON.stringify({ ...counts, ...seen })}`);
    }
  } finally {
    await central.close();
    rmSync(dirname(child.script), { recursive: true, force: true });
  }
  return reportOf('truncated', 3 * count, counts);
}

class Cutter {
  readonly #template: CutTemplate;
  readonly #workerUrl: string;
  readonly #chance: Chance;
  readonly #counts: DrillCounts;
  readonly #seen: Seen;
  readonly #say: Say;
  #trials = 0;
  /** What is being tried, for the progress. */
  #what = '';

  constructor(
    template: CutTemplate,
    workerUrl: string,
    chance: Chance,
    counts: DrillCounts,
    seen: Seen,
    say: Say,
  ) {
    this.#template = template;
    this.#workerUrl = workerUrl;
    this.#chance = chance;
    this.#counts = counts;
    this.#seen = seen;
    this.#say = say;
  }

  async cutDatabase(isSettled: boolean): Promise<void> {
    const isRunning = this.#chance.next() < 0.4;
    await this.#trial(isRunning ? 'running' : 'closed', async (folder) => {
      const file = join(folder, 'vault.db');
      const cut = this.#chance.below(statSync(file).size);
      const told = this.#template.told.filter(({ logBytes }) => isRunning || logBytes === null);
      // Of a running app the newest rows are in the log; of the others it is known on which page each stands.
      const expected = isRunning
        ? told.filter(({ logBytes }) => logBytes !== null && cut > 100 * 4096)
        : await readableBefore(folder, this.#template, cut, told);
      truncateSync(file, cut);
      this.#what = `${isRunning ? 'running' : 'closed'} database cut at ${cut}`;
      await this.#openAndCompare(folder, { told, expected, isSettled });
    });
  }

  async cutLog(isSettled: boolean): Promise<void> {
    await this.#trial('running', async (folder) => {
      const file = join(folder, 'vault.db-wal');
      const cut = this.#chance.below(statSync(file).size);
      const { told } = this.#template;
      const expected = told.filter(({ logBytes }) => logBytes === null || logBytes <= cut);
      truncateSync(file, cut);
      this.#what = `log cut at ${cut}`;
      await this.#openAndCompare(folder, { told, expected, isSettled });
    });
  }

  /** Looked at as the window does: a cut scan is never shown, and comes again. */
  async cutScans(count: number): Promise<void> {
    await this.#trial('closed', async (folder) => {
      const desk = await this.#open(folder);
      await desk.engine.syncNow();
      const { store } = desk.vault;
      const serve = serveScans({ signedIn: () => desk }, desk.clock, () => undefined);
      const hashes = await scansOf(desk, this.#template.office.ids);
      const files = readdirSync(join(folder, 'blobs')).map((name) => join(folder, 'blobs', name));
      for (let nth = 0; nth < count; nth += 1) {
        const file = this.#chance.pick(files);
        truncateSync(file, this.#chance.below(statSync(file).size));
        let refetched = 0;
        for (const hash of hashes) {
          if ((await serve(`/scans/${hash}`))?.status === 200) continue;
          await desk.engine.fetchScan(blobHash.parse(hash));
          const again = await serve(`/scans/${hash}`);
          const isBack = again?.status === 200 && (await sha256(await again.arrayBuffer())) === hash;
          addCounts(this.#counts, { lost: isBack ? 0 : 1 });
          refetched += 1;
        }
        // The cut file's scan was shown as if nothing were missing.
        addCounts(this.#counts, { count: 1, silentWrong: refetched === 1 ? 0 : 1 });
      }
      if ((await store.counts(instantOf(desk.clock.now()))).scansMissing > 0)
        addCounts(this.#counts, { lost: 1 });
      await desk.close();
    });
  }

  async #trial(from: 'closed' | 'running', work: (folder: string) => Promise<void>): Promise<void> {
    this.#trials += 1;
    const root = join(dirname(this.#template.closed), `trial-${this.#trials}`);
    const folder = join(root, 'vault');
    mkdirSync(root);
    cpSync(this.#template[from], folder, { recursive: true });
    try {
      await work(folder);
    } catch (error) {
      addCounts(this.#counts, { aborted: 1 });
      this.#say(
        `${this.#what}, aborted: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }

  #open(folder: string): Promise<OpenFolder> {
    return openFolder(folderAt(folder, this.#workerUrl), this.#template.officerId);
  }

  async #openAndCompare(
    folder: string,
    trial: { told: CutTold[]; expected: CutTold[]; isSettled: boolean },
  ): Promise<void> {
    const { told, expected, isSettled } = trial;
    let names: string[] | null = null;
    let desk: OpenFolder;
    try {
      desk = await this.#open(folder);
      this.#seen.opened += 1;
    } catch (error) {
      if (!(error instanceof StorageError) || !/^(damaged|cannot-decrypt)$/.test(error.kind)) throw error;
      const vault = folderAt(folder, this.#workerUrl);
      const report = await vault.salvage(this.#template.officerId, drillPassword, instantOf(Date.now()));
      names = report?.incomplete ?? [];
      this.#seen.salvaged += 1;
      desk = await this.#open(folder);
    }
    const kept = new Map(
      (await desk.vault.store.keptDecisions()).map((each) => [each.decisionId as string, each]),
    );
    const lost = expected.filter(({ id }) => !kept.has(id));
    const gone = told.filter(({ id }) => !kept.has(id));
    const other = told.filter(({ id, content }) => kept.has(id) && kept.get(id)?.content !== content);
    // A salvage that lacks a decision says so; a log's lost end no file can tell of.
    const isUnnamed = names !== null && gone.length > 0 && !names.includes('decisions');
    const counts = await desk.vault.store.counts(instantOf(desk.clock.now()));
    const open = [...kept.values()].filter(({ state }) => !['accepted', 'undone'].includes(state));
    const isFalse = open.length > 0 && counts.unsent + counts.undoable === 0;
    addCounts(this.#counts, {
      ...{ count: 1, lost: lost.length, silentWrong: other.length + (isUnnamed ? 1 : 0) },
      falseSynced: isFalse ? 1 : 0,
    });
    if (lost.length + other.length > 0 || isUnnamed || isFalse)
      this.#say(
        `${this.#what}: lost ${lost.length}, unnamed ${isUnnamed}, false ${isFalse}; ${JSON.stringify(names)}`,
      );
    this.#seen.gone += gone.length;
    this.#seen.expected += expected.length;
    if (isSettled) await this.#settle(desk, [...kept.keys()]);
    await desk.close();
  }

  /** With a good link and time all that was kept is at the server, once, and requests and scans are here again. */
  async #settle(desk: OpenFolder, kept: string[]): Promise<void> {
    const { office, deviceId, told } = this.#template;
    desk.clock.advance(2 * hour);
    for (let attempt = 0; attempt < 4; attempt += 1) await desk.engine.syncNow();
    const { unsent, undoable, problem, scansMissing } = await desk.engine.status();
    const answers = await office.central.data.answers(deviceId);
    const here = await desk.vault.store.keptDecisions();
    const notThere = kept.filter((id) => !answers.has(id));
    const isTold = new Set(told.map(({ id }) => id));
    const effects = (await office.central.data.requests(office.district)).map(
      ({ history }) => history.filter(({ event }) => event === 'approved').length,
    );
    const unlike = here.filter(
      ({ decisionId, state, receipt }) =>
        (state === 'accepted') !== (answers.get(decisionId) === 'accepted') ||
        (state === 'accepted' && !receipt),
    );
    const rows = await desk.vault.store.slimRows(null, 1000);
    addCounts(this.#counts, {
      lost: notThere.length + (rows.total < requests ? 1 : 0) + scansMissing,
      duplicated:
        effects.filter((times) => times > 1).length +
        (here.length - new Set(here.map((d) => d.decisionId)).size),
      falseSynced: unlike.length,
      silentWrong: here.filter(({ decisionId }) => !isTold.has(decisionId)).length,
      aborted: unsent + undoable > 0 || problem !== null ? 1 : 0,
    });
    if (notThere.length + unlike.length > 0 || unsent + undoable > 0 || problem !== null)
      this.#say(
        `${this.#what}: settled with ${JSON.stringify({ unsent, undoable, problem, notThere, unlike })}`,
      );
    this.#seen.settled += 1;
  }
}

/** Decisions whose page stands whole before the cut, as do the pages that lead to it. */
async function readableBefore(
  folder: string,
  { officerId }: CutTemplate,
  cut: number,
  told: CutTold[],
): Promise<CutTold[]> {
  const pages = await decisionPages(folder, officerId);
  return told.filter(({ id }) => (pages.ends.get(id) ?? Infinity) <= cut && pages.roots <= cut);
}

async function scansOf(desk: OpenFolder, ids: readonly RequestId[]): Promise<string[]> {
  const stored = await Promise.all(ids.map((id) => desk.vault.store.request(id)));
  return stored.flatMap((each) => each?.request.documents.flatMap(({ scan }) => scan?.hash ?? []) ?? []);
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
