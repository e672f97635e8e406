import {
  crossedLimit,
  firstLimits,
  type LimitDays,
  type LimitName,
} from '../../../shared/domain/desk-limits.ts';
import type { Settings } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { firstStaleAfterDays } from '../../../shared/domain/rules/staleness.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import type { SettingName } from '../../storage/setting-name.ts';
import { defaultAskMinutes } from '../../sync/pull-gate.ts';
import { whileSignedIn, type Services } from '../services.ts';

/**
 * First values of an office's settings, in minutes and days. Source of the minutes: design, "Decisions" and "Sync
 * protocol"; the days are the rules' own.
 */
export const firstSettings = {
  syncMinutes: 15,
  graceMinutes: 10,
  sealAtSignOff: 0,
  staleFiguresDays: firstStaleAfterDays.figures,
  staleWindowsDays: firstStaleAfterDays.windows,
  staleRuleSetsDays: firstStaleAfterDays.ruleSets,
  unsentWarnDays: firstLimits.unsent.warn,
  unsentHoldDays: firstLimits.unsent.hold,
  masterWarnDays: firstLimits.master.warn,
  masterHoldDays: firstLimits.master.hold,
  hourMegabytes: 0,
  dayMegabytes: 0,
  askMinutes: defaultAskMinutes,
  pullChoice: 0,
  pullChoiceDay: 0,
} as const satisfies Record<SettingName, number>;

const names = Object.keys(firstSettings) as SettingName[];

export function settingsHandlers(services: Services): Pick<Handlers, 'settings.read' | 'settings.write'> {
  const { clock, preferences } = services;
  return {
    'settings.read': () => whileSignedIn(services, async (desk) => ok(await readSettings(services, desk))),
    'settings.write': (settings) =>
      whileSignedIn(services, async (desk) => {
        const { store } = desk.vault;
        const which = crossedLimit(limitsOf(settings));
        if (which !== null) return fail({ kind: 'limits-crossed', which } as const);
        const at = instantOf(clock.now());
        await preferences.setLanguage(settings.language);
        const { language: _language, sealing, ...numbers } = settings;
        const sealAtSignOff = sealing === 'sign-off' ? 1 : 0;
        await store.writeSettings({ ...numbers, sealAtSignOff }, desk.officer.officerId, at);
        // How long data is current is one of the settings: what the window was told of it no longer holds.
        services.applied({ rows: [], removed: [], masterChanged: true });
        desk.engine.poke();
        return ok(await readSettings(services, desk));
      }),
  };
}

export async function readSettings(services: Services, { vault }: SignedIn): Promise<Settings> {
  const values = await Promise.all(
    names.map(async (name) => [name, (await vault.store.setting(name)) ?? firstSettings[name]] as const),
  );
  const {
    sealAtSignOff,
    pullChoice: _choice,
    pullChoiceDay: _day,
    ...numbers
  } = Object.fromEntries(values) as Record<SettingName, number>;
  return {
    language: await services.preferences.language(),
    sealing: sealAtSignOff === 1 ? 'sign-off' : 'grace',
    ...numbers,
  };
}

export function limitsOf(settings: Settings): Record<LimitName, LimitDays> {
  return {
    unsent: { warn: settings.unsentWarnDays, hold: settings.unsentHoldDays },
    master: { warn: settings.masterWarnDays, hold: settings.masterHoldDays },
  };
}
