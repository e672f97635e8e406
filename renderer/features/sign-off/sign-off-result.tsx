import { useTranslation } from 'react-i18next';
import type { SignOffOutcome } from '../../../shared/ipc/views/sign-off.ts';
import { Banner } from '../../ui/banner.tsx';

/** What became of the sign-off: how many, their numbers, and what had changed meanwhile. */
export function SignOffResult({ result }: { result: SignOffOutcome }) {
  const { t } = useTranslation('sign-off');
  const { sealed, waiting, sealedBefore, undone } = result;
  const first = sealed[0]?.orderNo ?? '';
  const last = sealed.at(-1)?.orderNo ?? '';
  return (
    <Banner
      tone={sealed.length > 0 ? 'good' : 'warn'}
      title={
        waiting.length > 0
          ? t('done.signed', { count: waiting.length })
          : t('done.title', { count: sealed.length })
      }
    >
      {waiting.length > 0 && <p>{t('done.waiting')}</p>}
      {sealed.length === 1 && <p>{t('done.order', { orderNo: first })}</p>}
      {sealed.length > 1 && <p>{t('done.orders', { first, last })}</p>}
      {sealedBefore.length > 0 && <p>{t('done.sealedBefore', { count: sealedBefore.length })}</p>}
      {undone.length > 0 && <p>{t('done.undone', { count: undone.length })}</p>}
    </Banner>
  );
}
