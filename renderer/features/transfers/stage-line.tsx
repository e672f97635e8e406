import { useTranslation } from 'react-i18next';
import { transferStages, type Transfer } from '../../../shared/domain/transfer/transfer.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { Icon } from '../../ui/icon.tsx';

/** The steps of the transfer in a line, each with its time or that it has not come yet. */
export function StageLine({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers');
  return (
    <ol className="transfer-stages" aria-label={t('stages.label')}>
      {transferStages.map((stage) => {
        const reached = transfer.stages.find((entry) => entry.stage === stage);
        return (
          <li key={stage} data-reached={reached !== undefined}>
            <Icon name={reached ? 'check-circle' : 'clock'} />
            <span className="transfer-stage-name">{t(`stages.${stage}`)}</span>
            <span className="transfer-stage-time">
              {reached ? formatInstant(reached.at) : t('stages.notYet')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
