import type { TFunction } from 'i18next';
import { formatDate } from '../../../shared/text/format.ts';
import type { ComparedField } from './comparison.ts';

/** A value as the officer reads it: dates as dd/mm/yyyy, gender in words, a PAN by its last four characters. */
export function cellText(field: ComparedField, value: string, t: TFunction<'documents'>): string {
  switch (field) {
    case 'dob':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value;
    case 'gender':
      return value === 'M' || value === 'F' || value === 'T' ? t(`gender.${value}`) : value;
    case 'pan':
      return `••••••${value.slice(-4)}`;
    case 'name':
    case 'nameHindi':
    case 'fatherName':
    case 'last4':
    case 'kioskCode':
      return value;
  }
}
