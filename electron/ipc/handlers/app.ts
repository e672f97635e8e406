import type { AppState } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import type { VaultPresence } from '../../storage/vault.ts';
import { done, type Services } from '../services.ts';

export function appHandlers(services: Services): Pick<Handlers, 'app.state' | 'app.setLanguage'> {
  return {
    'app.state': async () => ok(await readAppState(services)),
    'app.setLanguage': async ({ language }) => {
      await services.preferences.setLanguage(language);
      return done;
    },
  };
}

/** Where the app stands: also sent as the `state` event after each sign-in and lock. */
export async function readAppState(services: Services): Promise<AppState> {
  const { session, preferences, facts } = services;
  const presence = await session.folder.presence();
  const identity = session.present()?.vault.identity;
  const openPhase = session.leaving() === null ? 'signed-in' : 'leaving';
  return {
    ...facts,
    ...standing(presence, identity === undefined ? 'signed-out' : openPhase),
    signedIn: identity ? { officer: identity.officer, district: identity.district } : null,
    language: await preferences.language(),
  };
}

function standing(
  presence: VaultPresence,
  phase: AppState['phase'],
): Pick<AppState, 'phase' | 'problem' | 'officers'> {
  switch (presence.state) {
    case 'absent':
      return { phase: 'not-enrolled', problem: null, officers: [] };
    case 'present':
      return { phase, problem: null, officers: presence.officers };
    case 'missing-key':
    case 'damaged-key':
      return { phase: 'signed-out', problem: { kind: presence.state }, officers: [] };
  }
}
