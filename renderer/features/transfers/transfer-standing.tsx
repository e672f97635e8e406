import { useTranslation } from 'react-i18next';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { Banner } from '../../ui/banner.tsx';

/** How the transfer stands, in one sentence, and what to do where it did not go through. */
export function TransferStanding({ view }: { view: TransferView }) {
  const { t } = useTranslation('transfers');
  const { transfer, lines, toAcknowledge } = view;
  switch (transfer.state) {
    case 'waiting':
      return (
        <Banner tone="info" icon="clock" title={t('standing.waiting')}>
          <p>{t('standing.waitingText')}</p>
        </Banner>
      );
    case 'failed':
      return transfer.failure === null ? (
        <Banner tone="bad" title={t('standing.failed')} />
      ) : (
        <Banner tone="bad" title={t('standing.failedWhy', { why: t(`failures.${transfer.failure}.title`) })}>
          <p>{t(`failures.${transfer.failure}.advice`)}</p>
        </Banner>
      );
    case 'completed': {
      if (toAcknowledge.length > 0) {
        return (
          <Banner
            tone="bad"
            icon="alert"
            title={t('standing.differences', { count: toAcknowledge.length })}
          />
        );
      }
      const acknowledged = lines.filter(({ verdict }) => verdict === 'differs').length;
      return acknowledged > 0 ? (
        <Banner tone="warn" title={t('standing.acknowledged', { count: acknowledged })} />
      ) : (
        <Banner tone="good" title={t('standing.intact')} />
      );
    }
  }
}
