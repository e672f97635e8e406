import type { IsoDate } from '../../../shared/domain/values.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import { useDesk } from '../../app/desk-store.ts';

/** The desk's day, by which a moment is told with its date or without. */
export function useToday(): IsoDate {
  return useDesk((desk) => desk.sync?.today ?? indiaDate(Date.now()));
}
