import { app, BrowserWindow, powerMonitor, session as electronSession } from 'electron';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { decisionId } from '../shared/domain/ids.ts';
import type { Leaving } from '../shared/domain/leaving.ts';
import { appOrigin } from '../shared/ipc/wire.ts';
import { bundleChooserOver } from './courier/choose-bundle.ts';
import { vaultFolderPath } from './data-folder.ts';
import { hostExaminer } from './documents/host-examiner.ts';
import { DocumentHost } from './documents/host/document-host.ts';
import { utilityChildLauncher } from './documents/host/launch-utility-child.ts';
import { chooserOver } from './documents/intake/choose-files.ts';
import { offlineRoots } from './documents/trust/offline-roots.ts';
import { sampleCertificates, sampleRoots } from './documents/trust/sample-trust.ts';
import { dialogOver } from './export/choose-path.ts';
import { fileSaver } from './export/save-file.ts';
import { DocumentDesk } from './ipc/documents/document-desk.ts';
import { makeHandlers } from './ipc/handlers/index.ts';
import { readAppState } from './ipc/handlers/app.ts';
import { lockDesk } from './ipc/handlers/session.ts';
import { emitTo, registerIpc } from './ipc/register.ts';
import type { Services } from './ipc/services.ts';
import { networkFetch } from './network/network-fetch.ts';
import { networkKeeper } from './network/network-keeper.ts';
import { systemProxyOf } from './network/system-proxy.ts';
import { osWrap } from './os-wrap.ts';
import { PaperShelf } from './paper/paper-shelf.ts';
import { makePressWindow } from './paper/press-window.ts';
import { Press } from './paper/press.ts';
import type { FailureLog } from './session/failure-log.ts';
import { filePreferences } from './session/preferences.ts';
import { Session } from './session/session.ts';
import { systemClock } from './session/system-clock.ts';
import { TrustKeeper } from './session/trust-keeper.ts';
import { vaultFolder } from './storage/open-vault.ts';
import type { Applied } from './storage/store.ts';
import type { OpenVault } from './storage/vault.ts';
import { claimKeeper } from './sync/claim-keeper.ts';
import type { SyncEngine } from './sync/engine.ts';
import { enrolAt } from './sync/enrol.ts';
import { createSyncEngine } from './sync/sync-engine.ts';
import { guardSession } from './window/guard-contents.ts';
import { makeWindow } from './window/make-window.ts';
import { serveApp } from './window/app-protocol.ts';
import { serveFiles } from './window/serve-files.ts';
import { servePapers } from './window/serve-papers.ts';
import { serveIntakes } from './window/serve-intakes.ts';
import { serveScans } from './window/serve-scans.ts';

export interface Desk {
  /** Loads the page; rejects when it cannot be loaded. */
  open(): Promise<void>;
  showWindow(): void;
  /** Resolves when what is queued has committed and nothing runs any more. */
  close(): Promise<void>;
}

/** Beside `main.js` in the bundle. */
const bundled = (file: string) => new URL(file, import.meta.url);

/** Builds store, sync, handlers and window, and joins them. Nothing else knows them all. */
export function composeDesk(log: FailureLog): Desk {
  const clock = systemClock;
  const dataFolder = app.getPath('userData');
  let window: BrowserWindow | null = null;
  const emit = emitTo(() => window);

  const folder = vaultFolder({
    folder: vaultFolderPath(app),
    workerUrl: bundled('./vault-worker.js'),
    osWrap,
  });
  // Every connection of the app goes by this one: enrolment, sync, scans, claims, leaving.
  const keeper = networkKeeper(dataFolder, osWrap);
  const systemProxy = systemProxyOf(process.env, (url) =>
    electronSession.fromPartition('desk').resolveProxy(url),
  );
  const fetch = networkFetch({ settings: () => keeper.settings(), systemProxy });
  const session = new Session(folder, makeEngine);
  function applied(change: Applied): void {
    if (!session.signedIn()) return;
    const { unmasked: _unmasked, marked: _marked, ...feed } = change;
    emit('feed', feed);
    documents.scans.wake();
    if (change.masterChanged) lockIfLeft().catch((error: unknown) => log('officer-left', error));
  }
  /** The feed may have taken back the officer who is signed in. */
  async function lockIfLeft(): Promise<void> {
    if (await session.hasOfficerLeft()) await lockDesk(services);
  }
  /** What was on screen or in memory of the district goes at once; the window then shows the leaving only. */
  function leaving(at: Leaving): void {
    const isNew = session.leaving() === null;
    session.noteLeaving(at);
    if (isNew) {
      shelf.clear();
      documents.end();
    }
    readAppState(services).then(
      (state) => {
        emit('state', state);
      },
      (error: unknown) => log('leaving', error),
    );
  }
  function makeEngine(vault: OpenVault): SyncEngine {
    return createSyncEngine({
      store: vault.store,
      blobs: vault.blobs,
      identity: vault.identity,
      clock,
      random: Math.random,
      fetch,
      otherTraffic: () => claims.traffic(),
      maskScan: documents.maskScan,
      fault: (error) => {
        log('sync', error);
      },
      events: {
        applied,
        status: (status) => {
          if (session.present()) emit('sync', status);
        },
        leaving,
      },
    });
  }

  const pressPartition = electronSession.fromPartition('papers');
  guardSession(pressPartition);
  const press = new Press(() => makePressWindow(pressPartition), `${appOrigin}/paper.html`);
  serveApp(pressPartition, [press.serve]);
  const shelf = new PaperShelf();

  const preferences = filePreferences(dataFolder);
  const host = new DocumentHost(
    utilityChildLauncher(bundled('./document-process.js'), fileURLToPath(bundled('./document-assets'))),
  );
  const trust = new TrustKeeper([...offlineRoots, ...sampleRoots(app)], sampleCertificates(app));
  const chooser = chooserOver(() => window);
  const documents = new DocumentDesk({
    ...{ trust, preferences, emit, applied },
    examiner: hostExaminer({ host, trust: async () => trust.added(), masked: 'jpeg' }),
    chooser,
    makeId: () => v7({ msecs: clock.now() }),
    signedIn: () => session.signedIn(),
    now: () => clock.now(),
    fault: (error) => {
      log('documents', error);
    },
  });

  const claims = claimKeeper({ clock, fetch: fetch.unlessRefused });
  const services: Services = {
    session,
    preferences,
    documents,
    clock,
    makeDecisionId: (milliseconds) => decisionId.parse(v7({ msecs: milliseconds })),
    makeId: (milliseconds) => v7({ msecs: milliseconds }),
    saveFile: fileSaver(
      dialogOver(() => window),
      log,
    ),
    courier: bundleChooserOver(() => window),
    papers: { press, shelf },
    enrol: (serverUrl, request) => enrolAt(serverUrl, request, fetch),
    network: { keeper, systemProxy, chooser },
    claims,
    emit,
    log,
    applied,
    facts: facts(),
    deviceName: hostname().slice(0, 120),
  };
  registerIpc(makeHandlers(services), () => window, log);
  powerMonitor.on('lock-screen', () => {
    lockDesk(services).catch((error: unknown) => log('lock-screen', error));
  });
  // No `persist:` prefix: the partition lives in memory and writes nothing to disk.
  const partition = electronSession.fromPartition('desk');
  guardSession(partition);
  serveApp(partition, [
    serveScans(session, clock, applied),
    serveIntakes(
      () => session.signedIn() !== null,
      (token, which, page) => documents.shelf.pageOf(token, which, page),
    ),
    servePapers(
      () => session.present() !== null,
      (token) => shelf.get(token)?.bytes ?? null,
    ),
    serveFiles(fileURLToPath(bundled('../renderer'))),
  ]);
  window = makeWindow({
    session: partition,
    preload: fileURLToPath(bundled('./preload.cjs')),
    title: 'माइग्रेशन डेस्क',
    isPackaged: app.isPackaged,
  });
  const opened = window;

  return {
    open: () => opened.loadURL(`${appOrigin}/index.html`),
    showWindow: () => {
      bringForward(opened);
    },
    close: async () => {
      documents.end();
      await Promise.all([claims.release(), session.close()]);
      host.close();
    },
  };
}

function facts(): Services['facts'] {
  const versions: Partial<Record<string, string>> = process.versions;
  return {
    host: versions['electron'] === undefined ? 'stand-in' : 'electron',
    version: app.getVersion(),
    demo: !app.isPackaged && process.env['DESK_DEMO'] === '1',
    suggestedServer: app.isPackaged ? '' : (process.env['DESK_SERVER_URL'] ?? ''),
  };
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
