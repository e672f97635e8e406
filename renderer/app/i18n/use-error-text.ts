import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { formatDate } from '../../../shared/text/format.ts';

export interface ErrorText {
  title: string;
  /** What to do, and what was not lost. */
  advice: string;
}

/** The sentence and the advice for each kind of error; a new kind without them does not compile. */
export function errorText(error: DeskError, t: TFunction<'errors'>): ErrorText {
  const title = t(`${error.kind}.title`);
  switch (error.kind) {
    case 'invalid-input':
      return { title, advice: t('invalid-input.advice', { path: error.path }) };
    case 'weak-password':
      return { title, advice: t(`weak-password.advice.${error.why}`) };
    case 'outcome-not-allowed':
      return { title, advice: t(`outcome-not-allowed.advice.${error.why}`) };
    case 'approvals-held':
      return { title, advice: t(`approvals-held.advice.${error.why}`, { count: error.days }) };
    case 'limits-crossed':
      return { title, advice: t(`limits-crossed.advice.${error.which}`) };
    case 'server-nonsense':
    case 'server-failed':
      return { title, advice: t(`${error.kind}.advice`, { detail: error.detail }) };
    case 'proxy-unreachable':
    case 'proxy-auth':
    case 'proxy-refused':
    case 'certificate-wrong-host':
      return { title, advice: t(`${error.kind}.advice`, { detail: error.detail }) };
    case 'certificate-untrusted': {
      const detail = error.detail === '' ? t('certificate-untrusted.unknownIssuer') : error.detail;
      return { title, advice: t('certificate-untrusted.advice', { detail }) };
    }
    case 'network-refused':
      return { title, advice: t(`network-refused.advice.${error.why}`) };
    case 'override-missing':
      return { title, advice: t('override-missing.advice', { count: error.rules.length }) };
    case 'too-many-intakes':
      return { title, advice: t('too-many-intakes.advice', { count: error.left }) };
    case 'internal':
      return { title, advice: t('internal.advice', { reference: error.reference }) };
    case 'too-many-local-holidays':
      return { title, advice: t('too-many-local-holidays.advice', { maximum: error.maximum }) };
    case 'already-a-holiday':
      return { title, advice: t('already-a-holiday.advice', { date: formatDate(error.date) }) };
    case 'document':
      return { title: t(`document.fault.${error.fault}`), advice: t(`document.advice.${error.fault}`) };
    case 'trust-refused':
      return { title, advice: t(`trust-refused.advice.${error.why}`) };
    case 'courier':
      return {
        title: t(`courier.fault.${error.fault}`, { district: districtWords(error.districtId) }),
        advice: t(`courier.advice.${error.fault}`),
      };
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'untrusted-sender':
    case 'intake-gone':
    case 'original-changed':
    case 'not-masked':
    case 'folder-lost':
    case 'no-order-yet':
    case 'paper-gone':
    case 'print-failed':
    case 'cannot-save-file':
    case 'invalid-range':
    case 'not-a-picture':
    case 'not-signed-in':
    case 'wrong-password':
    case 'wrong-recovery-key':
    case 'missing-key':
    case 'damaged-key':
    case 'keyring-changed':
    case 'cannot-decrypt':
    case 'newer-vault':
    case 'already-enrolled':
    case 'activation-code-wrong':
    case 'activation-code-used':
    case 'server-unreachable':
    case 'device-revoked':
    case 'desk-leaving':
    case 'officer-left':
    case 'disk-full':
    case 'not-found':
    case 'request-changed':
    case 'already-decided':
    case 'conflict-ended':
    case 'choice-not-open':
    case 'undo-too-late':
    case 'sign-off-needed':
    case 'chain-in-doubt':
    case 'reason-missing':
    case 'remarks-missing':
    case 'aadhaar-number-in-text':
      return { title, advice: t(`${error.kind}.advice`) };
  }
}

/** A district's key is its English name; that of another office is not among this desk's master data. */
function districtWords(districtId: string | null): string {
  return (districtId ?? '').replace(
    /(^|-)([a-z])/g,
    (_, gap: string, letter: string) => `${gap === '' ? '' : ' '}${letter.toUpperCase()}`,
  );
}

export function useErrorText(): (error: DeskError) => ErrorText {
  const { t } = useTranslation('errors');
  return (error) => errorText(error, t);
}
