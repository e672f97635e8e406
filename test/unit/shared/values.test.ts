import { expect, it } from 'vitest';
import { businessDate } from '../../../shared/domain/values.ts';

it.each(['2000-01-01', '2026-02-28', '2100-12-31'])('%s is a date of business', (date) => {
  expect(businessDate.safeParse(date).success).toBe(true);
});

it.each(['1999-12-31', '2101-01-01', '9990-12-31', '2026-02-30', '2026-1-1', ''])('%j is none', (date) => {
  expect(businessDate.safeParse(date).success).toBe(false);
});
