import type { i18n } from 'i18next';
import { showNotice } from '../ui/notice.tsx';
import type { AppState } from '../../shared/ipc/contract.ts';
import type { Language } from '../../shared/domain/values.ts';
import { call, on } from './bridge.ts';
import { useDesk } from './desk-store.ts';
import { errorText } from './i18n/use-error-text.ts';
import { keepClaims } from './keep-claims.ts';
import { keepLimits } from './keep-limits.ts';
import { deleteReadModel, startFeed } from './read-model/feed.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';

/**
 * Joins the window to the main process: the app's state, the sync's state and, once signed in, the change feed.
 * Everything that the main process says arrives here and goes into the stores; the screens only read.
 */
export async function startDesk(texts: i18n): Promise<void> {
  on('sync', (sync) => {
    const before = useDesk.getState().sync?.today;
    useDesk.setState({ sync });
    // What is too old to rest on is judged by the day: a desk left open overnight would go on as yesterday.
    if (before !== undefined && before !== sync.today && endSession !== null) void readMaster(texts);
  });
  on('state', (app) => {
    takeState(app, texts);
  });
  await readAppState(texts);
}

/** Asks for the state; also what the "try again" of the start screen does. */
export async function readAppState(texts: i18n): Promise<void> {
  const state = await call('app.state', undefined);
  if (state.ok) takeState(state.value, texts);
  else useDesk.setState({ startError: state.error });
}

/** Ends the listening of the session that runs; null while nobody is signed in. */
let endSession: (() => void) | null = null;

function takeState(app: AppState, texts: i18n): void {
  if (app.phase !== 'signed-in' && endSession !== null) {
    endSession();
    // Not yet the sign-in form: what is typed there would go with the page that is about to be reloaded.
    useDesk.setState({ app: null, startError: null });
    void clearWindow();
    return;
  }
  const before = useDesk.getState().app;
  useDesk.setState({ app, startError: null });
  if (before === null && texts.language !== app.language) void texts.changeLanguage(app.language);
  if (app.phase === 'signed-in' && endSession === null) endSession = startSession(texts);
}

function startSession(texts: i18n): () => void {
  const stop = startFeed(call, on, {
    progress: (fill) => {
      useDesk.setState({ fill });
    },
    failed: (fillError) => {
      useDesk.setState({ fillError });
    },
    masterChanged: () => void readMaster(texts),
  });
  const stopLimits = keepLimits();
  const stopClaims = keepClaims();
  void readMaster(texts);
  void readSync();
  return () => {
    stopLimits();
    stopClaims();
    stop();
  };
}

async function readMaster(texts: i18n): Promise<void> {
  const master = await call('master.all', undefined);
  if (master.ok) useDesk.setState({ master: master.value });
  else tell(texts, master.error);
}

async function readSync(): Promise<void> {
  const sync = await call('sync.status', undefined);
  if (sync.ok) useDesk.setState({ sync: sync.value });
}

/** Locked: what was shown is deleted, and the reload drops what the page still holds in memory. */
async function clearWindow(): Promise<void> {
  try {
    await deleteReadModel();
  } finally {
    window.location.reload();
  }
}

/** An error that belongs to no field on screen. */
export function tell(texts: i18n, error: DeskError): void {
  const { title, advice } = errorText(error, texts.getFixedT(null, 'errors'));
  showNotice({ tone: 'bad', title, content: advice });
}

/** Shuts the vault; the window is cleared when the main process says that it is shut. */
export async function lockDesk(texts: i18n): Promise<void> {
  const answer = await call('session.lock', undefined);
  if (!answer.ok) tell(texts, answer.error);
}

/** The switch keeps whatever is typed; the choice is kept by the main process for the next start. */
export async function changeLanguage(texts: i18n, language: Language): Promise<void> {
  await texts.changeLanguage(language);
  const answer = await call('app.setLanguage', { language });
  if (!answer.ok) tell(texts, answer.error);
}
