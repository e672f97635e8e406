import type { Settings } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import { whileSignedIn, type Services } from '../services.ts';

/** First values of an office's settings, in minutes. Source: design, "Decisions" and "Sync protocol". */
export const firstSettings = { syncMinutes: 15, graceMinutes: 10 } as const;

export function settingsHandlers(services: Services): Pick<Handlers, 'settings.read' | 'settings.write'> {
  const { clock, preferences } = services;
  return {
    'settings.read': () => whileSignedIn(services, async (desk) => ok(await readSettings(services, desk))),
    'settings.write': (settings) =>
      whileSignedIn(services, async (desk) => {
        const { store } = desk.vault;
        const at = instantOf(clock.now());
        await preferences.setLanguage(settings.language);
        const { syncMinutes, graceMinutes } = settings;
        await store.writeSettings({ syncMinutes, graceMinutes }, desk.officer.officerId, at);
        desk.engine.poke();
        return ok(await readSettings(services, desk));
      }),
  };
}

export async function readSettings(services: Services, { vault }: SignedIn): Promise<Settings> {
  return {
    language: await services.preferences.language(),
    syncMinutes: (await vault.store.setting('syncMinutes')) ?? firstSettings.syncMinutes,
    graceMinutes: (await vault.store.setting('graceMinutes')) ?? firstSettings.graceMinutes,
  };
}
