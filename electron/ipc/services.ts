import type { AppState } from '../../shared/ipc/contract.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { BundleChooser } from '../courier/choose-bundle.ts';
import type { Chooser } from '../documents/intake/choose-files.ts';
import type { SaveFile } from '../export/save-file.ts';
import type { NetworkKeeper } from '../network/network-keeper.ts';
import type { SystemProxy } from '../network/proxy-of.ts';
import type { PaperShelf } from '../paper/paper-shelf.ts';
import type { Press } from '../paper/press.ts';
import type { Preferences } from '../session/preferences.ts';
import type { FailureLog } from '../session/failure-log.ts';
import type { Session, SignedIn } from '../session/session.ts';
import type { Applied } from '../storage/store.ts';
import type { ClaimKeeper } from '../sync/claim-keeper.ts';
import type { Clock } from '../sync/engine.ts';
import type { Enrol } from '../sync/enrol.ts';
import type { DocumentDesk } from './documents/document-desk.ts';
import type { Emit } from './register.ts';

/** What handlers are given; time, ids and the network come from here, so that tests give their own. */
export interface Services {
  session: Session;
  preferences: Preferences;
  clock: Clock;
  makeDecisionId(milliseconds: number): DecisionId;
  /** A new UUIDv7, for what is neither a decision nor comes from elsewhere. */
  makeId(milliseconds: number): string;
  saveFile: SaveFile;
  courier: BundleChooser;
  papers: { press: Pick<Press, 'toPdf' | 'print'>; shelf: PaperShelf };
  documents: DocumentDesk;
  network: { keeper: NetworkKeeper; systemProxy: SystemProxy; chooser: Pick<Chooser, 'files'> };
  enrol: Enrol;
  claims: ClaimKeeper;
  emit: Emit;
  log: FailureLog;
  /** Forwards a committed change to the window, only while someone is signed in. */
  applied(applied: Applied): void;
  facts: Pick<AppState, 'host' | 'version' | 'demo' | 'suggestedServer'>;
  deviceName: string;
}

/** Nothing of the vault is answered before an officer signed in, nor behind the lock. */
export async function whileSignedIn<Value>(
  services: Services,
  work: (desk: SignedIn) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  const desk = services.session.signedIn();
  if (desk) return work(desk);
  return fail({ kind: services.session.present() ? 'desk-leaving' : 'not-signed-in' });
}

/** For the few calls that a desk answers also while it leaves its district, and afterwards. */
export async function whilePresent<Value>(
  services: Services,
  work: (desk: SignedIn) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  const desk = services.session.present();
  return desk ? work(desk) : fail({ kind: 'not-signed-in' });
}

export const done = ok(undefined);
