import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Panel } from '../../ui/panel.tsx';
import {
  canSave,
  isChanged,
  crossedIn,
  typedOf,
  settingFields,
  settingGroups,
  type SettingName,
} from './setting-fields.ts';

/** The office's numbers: nothing changes until saved, and what was typed stays when saving fails. */
export function SettingsForm({ kept, onKept }: { kept: Settings; onKept: (settings: Settings) => void }) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const language = useLanguage();
  const [typed, setTyped] = useState(() => typedOf(kept));
  const errorText = useErrorText();
  const [isSaving, setIsSaving] = useState(false);

  async function save(): Promise<void> {
    setIsSaving(true);
    const answer = await call('settings.write', { ...kept, ...typed, language });
    setIsSaving(false);
    if (!answer.ok) {
      tell(i18n, answer.error);
      return;
    }
    onKept(answer.value);
    showNotice({ tone: 'good', title: t('saved') }, 5000);
  }

  const crossed = crossedIn(typed);
  const errorOf = (name: SettingName) =>
    crossed !== null && name === `${crossed}WarnDays`
      ? errorText({ kind: 'limits-crossed', which: crossed }).advice
      : null;

  return (
    <>
      {settingGroups.map((group) => (
        <Panel key={group} title={t(`${group}.title`)}>
          <div className="stack">
            {(group === 'stale' || group === 'limits' || group === 'data') && <p>{t(`${group}.intro`)}</p>}
            {group === 'grace' && (
              <RadioGroup<Settings['sealing']>
                label={t('sealing.label')}
                value={typed.sealing}
                options={[
                  { id: 'grace', label: t('sealing.grace') },
                  { id: 'sign-off', label: t('sealing.sign-off'), description: t('sealing.signOffHint') },
                ]}
                onChange={(sealing) => {
                  setTyped((before) => ({ ...before, sealing }));
                }}
              />
            )}
            {settingFields
              .filter((field) => field.group === group)
              .map((field) => (
                <NumberField
                  key={field.name}
                  label={t(`fields.${field.name}.label`)}
                  description={t(`fields.${field.name}.hint`)}
                  unit={t(`unit.${field.unit}`)}
                  minValue={field.min}
                  maxValue={field.max}
                  error={errorOf(field.name)}
                  value={typed[field.name]}
                  onChange={(value) => {
                    setTyped((before) => ({ ...before, [field.name]: value }));
                  }}
                />
              ))}
          </div>
        </Panel>
      ))}
      <div className="row">
        <Button
          variant="primary"
          isPending={isSaving}
          isDisabled={!canSave(typed, kept)}
          onPress={() => void save()}
        >
          {t('common:save')}
        </Button>
        {isChanged(typed, kept) && <span className="muted">{t('unsaved')}</span>}
      </div>
    </>
  );
}
