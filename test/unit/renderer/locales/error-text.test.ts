import { expect, it } from 'vitest';
import type { DeskError } from '../../../../shared/ipc/errors.ts';
import { deskError } from '../../../../shared/ipc/errors.ts';
import { errorText } from '../../../../renderer/app/i18n/use-error-text.ts';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';

/** One error of each kind, made by the schema's own list, so that a new kind joins this test by itself. */
const details: Record<string, object> = {
  'invalid-input': { path: 'serverUrl' },
  'outcome-not-allowed': { why: 'already-returned' },
  'approvals-held': { why: 'unsent', days: 9 },
  'limits-crossed': { which: 'master' },
  'weak-password': { why: 'common' },
  'server-nonsense': { detail: 'HTML' },
  'server-failed': { detail: '500' },
  'proxy-unreachable': { detail: 'Sample CA' },
  'proxy-auth': { detail: 'Sample CA' },
  'proxy-refused': { detail: 'Sample CA' },
  'certificate-untrusted': { detail: 'Sample CA' },
  'certificate-expired': { detail: 'Sample CA' },
  'certificate-not-yet-valid': { detail: 'Sample CA' },
  'certificate-wrong-host': { detail: 'Sample CA' },
  'network-refused': { why: 'file-private-key' },
  'override-missing': { rules: ['fee', 'window'] },
  'aadhaar-number-in-text': { field: 'remarks' },
  'too-many-local-holidays': { maximum: 2 },
  'already-a-holiday': { date: '2026-11-08' },
  'too-many-intakes': { left: 2 },
  document: { fault: 'damaged' },
  'trust-refused': { why: 'older' },
  courier: { fault: 'wrong-office', districtId: 'sri-ganganagar' },
  internal: { reference: 'a-17' },
};
const errors = deskError.options.map((option): DeskError => {
  const kind = option.shape.kind.value;
  return deskError.parse({ kind, ...details[kind] });
});

it.each(['hi', 'en'] as const)(
  'every error has its sentence and advice in %s, nothing left to fill in',
  (language) => {
    const i18n = startI18n(language, (key) => {
      throw new Error(`No text for ${key}`);
    });
    for (const error of errors) {
      const { title, advice } = errorText(error, i18n.getFixedT(language, 'errors'));
      expect(title, error.kind).not.toMatch(/\{\{|^errors|\.title/);
      expect(advice, error.kind).not.toMatch(/\{\{|\.advice/);
      expect(advice.length, error.kind).toBeGreaterThan(10);
    }
  },
);

it('says what the error carries', () => {
  const i18n = startI18n('en', () => undefined);
  const t = i18n.getFixedT('en', 'errors');
  expect(errorText({ kind: 'internal', reference: 'a-17' }, t).advice).toContain('a-17');
  expect(errorText({ kind: 'override-missing', rules: ['fee', 'window'] }, t).advice).toContain(
    '2 conditions',
  );
});
