import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/bridge.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import type { Period } from './period.ts';

type Format = 'csv' | 'xlsx';

/** Saves the report that is shown; where to is asked by the main process, which alone knows of folders. */
export function SaveReport({ period }: { period: Period | null }) {
  const { t, i18n } = useTranslation('reports');
  const language = useLanguage();
  const [saving, setSaving] = useState<Format | null>(null);

  async function save(chosen: Period, format: Format): Promise<void> {
    setSaving(format);
    const answer = await call('report.save', { ...chosen, language, format });
    setSaving(null);
    if (!answer.ok) {
      tell(i18n, answer.error);
      return;
    }
    const { savedAs } = answer.value;
    if (savedAs === null) showNotice({ tone: 'info', title: t('save.cancelled') }, 5000);
    else showNotice({ tone: 'good', title: t('save.saved'), content: savedAs }, 8000);
  }

  return (
    <div className="row no-print">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          icon="download"
          isPending={saving === format}
          isDisabled={period === null || (saving !== null && saving !== format)}
          onPress={() => {
            if (period !== null) void save(period, format);
          }}
        >
          {t(`save.${format}`)}
        </Button>
      ))}
    </div>
  );
}
