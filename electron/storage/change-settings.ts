import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { settingNames, type SettingName } from './setting-name.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** The rules are told in `Store.writeSettings`. */
export function changeSettings(
  { parts: { meta, audit } }: UnitOfWork,
  values: Readonly<Partial<Record<SettingName, number>>>,
  actor: OfficerId,
  at: Instant,
): void {
  const detail: Record<string, number> = {};
  for (const name of settingNames) {
    const value = values[name];
    if (value === undefined || value === meta.setting(name)) continue;
    meta.writeSetting(name, value);
    detail[name] = value;
  }
  if (Object.keys(detail).length === 0) return;
  audit.append({ at, actor, action: 'settings-changed', subject: null, detail });
}
