import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/text/format.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { readOwnDates } from './own-dates.ts';
import { periodOf, presets, type Period, type Preset } from './period.ts';

export interface PeriodPickerProps {
  today: IsoDate;
  preset: Preset;
  period: Period | null;
  onChange: (preset: Preset, period: Period | null) => void;
}

export function PeriodPicker({ today, preset, period, onChange }: PeriodPickerProps) {
  const { t } = useTranslation('reports');
  const windows = useDesk((desk) => desk.master?.windows) ?? [];
  const options = presets.filter((one) => one !== 'this-window' || periodOf(one, today, windows) !== null);
  return (
    <div className="period-picker">
      <div className="period-preset">
        <Select<Preset>
          label={t('period.label')}
          value={preset}
          options={options.map((id) => ({ id, label: t(`period.${id}`) }))}
          onChange={(chosen) => {
            onChange(chosen, chosen === 'own' ? period : periodOf(chosen, today, windows));
          }}
        />
      </div>
      {preset === 'own' && (
        <OwnDatesForm
          initial={period}
          onChange={(own) => {
            onChange('own', own);
          }}
        />
      )}
    </div>
  );
}

function OwnDatesForm({ initial, onChange }: { initial: Period | null; onChange: (period: Period) => void }) {
  const { t } = useTranslation(['reports', 'common']);
  const [from, setFrom] = useState(initial === null ? '' : formatDate(initial.from));
  const [to, setTo] = useState(initial === null ? '' : formatDate(initial.to));
  const [isTried, setIsTried] = useState(false);
  const read = readOwnDates(from, to);
  const faults = isTried && !read.ok ? read : null;
  return (
    <form
      className="own-dates"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (read.ok) onChange(read.period);
      }}
    >
      <DateField
        label={t('period.from')}
        value={from}
        onChange={setFrom}
        error={faults?.from ? t(`common:dateFault.${faults.from}`) : null}
      />
      <DateField
        label={t('period.to')}
        value={to}
        onChange={setTo}
        error={faults?.to ? toFault(faults.to) : null}
      />
      <Button type="submit" variant="primary">
        {t('period.show')}
      </Button>
    </form>
  );

  function toFault(
    fault: NonNullable<Extract<ReturnType<typeof readOwnDates>, { ok: false }>['to']>,
  ): string {
    return fault === 'before-from' ? t('period.beforeFrom') : t(`common:dateFault.${fault}`);
  }
}
