import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Panel } from '../../ui/panel.tsx';

/** The office's numbers: nothing changes until saved, and what was typed stays when saving fails. */
export function SettingsForm({ kept, onKept }: { kept: Settings; onKept: (settings: Settings) => void }) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const language = useLanguage();
  const [syncMinutes, setSyncMinutes] = useState(kept.syncMinutes);
  const [graceMinutes, setGraceMinutes] = useState(kept.graceMinutes);
  const [isSaving, setIsSaving] = useState(false);
  const isWhole = Number.isInteger(syncMinutes) && Number.isInteger(graceMinutes);
  const isChanged = syncMinutes !== kept.syncMinutes || graceMinutes !== kept.graceMinutes;

  async function save(): Promise<void> {
    setIsSaving(true);
    const answer = await call('settings.write', { ...kept, language, syncMinutes, graceMinutes });
    setIsSaving(false);
    if (!answer.ok) {
      tell(i18n, answer.error);
      return;
    }
    onKept(answer.value);
    showNotice({ tone: 'good', title: t('saved') }, 5000);
  }

  return (
    <>
      <Panel title={t('sync.title')}>
        <NumberField
          label={t('sync.minutes')}
          description={t('sync.hint')}
          unit={t('unit')}
          minValue={1}
          maxValue={240}
          value={syncMinutes}
          onChange={setSyncMinutes}
        />
      </Panel>
      <Panel title={t('grace.title')}>
        <NumberField
          label={t('grace.minutes')}
          description={`${t('grace.hint')} ${t('grace.newOnly')}`}
          unit={t('unit')}
          minValue={0}
          maxValue={240}
          value={graceMinutes}
          onChange={setGraceMinutes}
        />
      </Panel>
      <div className="row">
        <Button
          variant="primary"
          isPending={isSaving}
          isDisabled={!isChanged || !isWhole}
          onPress={() => void save()}
        >
          {t('common:save')}
        </Button>
        {isChanged && <span className="muted">{t('unsaved')}</span>}
      </div>
    </>
  );
}
