import { useTranslation } from 'react-i18next';
import { lspId } from '../../../shared/domain/ids.ts';
import type { ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';
import { differenceWords } from '../../../shared/text/difference-words.ts';
import { formatDate, formatNumber, formatRupees } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useLspName } from '../../app/use-lsp-name.ts';

export interface LineWords {
  title: (line: ReconciliationLine) => string;
  /** A value as it is read: money to the paisa, dates, names; what nobody knows in words, never as zero. */
  value: (line: ReconciliationLine, side: 'before' | 'after') => string;
  /** With its sign; a dash where nothing is counted. */
  difference: (line: Pick<ReconciliationLine, 'unit' | 'difference'>) => string;
}

export function useLineWords(): LineWords {
  const { t } = useTranslation('transfers');
  const lspName = useLspName();
  const districtName = useDistrictName();
  return {
    title: (line) => {
      if (line.item === 'service') return line.month === null ? '–' : monthWords(line.month);
      if (line.item === 'old-id-empty' && line.unit !== 'yes-no') return t(`left.${leftOf(line.unit)}`);
      return t(`items.${line.item}`);
    },
    value: (line, side) => {
      const value = line[side];
      // What comes into being by the transfer was not unknown before it: it was not there.
      if (value === null && side === 'before' && line.verdict === 'expected') return '–';
      if (value === null || value === '') return t('notKnown');
      if (typeof value === 'boolean') return value ? t('yes') : t('no');
      if (typeof value === 'number') return line.unit === 'paise' ? formatRupees(value) : formatNumber(value);
      if (line.unit === 'date') return formatDate(value);
      if (line.unit === 'lsp') return lspName(lspId.parse(value));
      return line.item === 'centre-district' ? districtName(value) : value;
    },
    difference: differenceWords,
  };
}

function leftOf(unit: ReconciliationLine['unit']): 'money' | 'services' | 'login' {
  if (unit === 'paise') return 'money';
  return unit === 'count' ? 'services' : 'login';
}

/** `2026-05` → `05/2026`. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${number}/${year}`;
}

function useDistrictName(): (id: string) => string {
  const nameOf = useBilingual();
  const districts = useDesk((desk) => desk.master?.districts);
  return (id) => {
    const found = districts?.find((district) => district.id === id);
    return found ? nameOf(found.name) : id;
  };
}
