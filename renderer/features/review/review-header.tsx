import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { DueFact } from './due-fact.tsx';
import { standingDecision } from './standing.ts';
import type { Neighbours } from './use-neighbours.ts';

/** Which request this is, how near its due date is, and the way to the ones before and after it. */
export function ReviewHeader({ detail, near }: { detail: RequestDetail | null; near: Neighbours }) {
  const { t } = useTranslation(['review', 'queue']);
  const nameOf = useBilingual();
  const standing = detail && standingDecision(detail);
  return (
    <div className="review-head">
      <Button variant="quiet" size="small" icon="arrow-left" keys="Esc" onPress={near.back}>
        {t('back')}
      </Button>
      {detail && (
        <>
          <h2 className="review-head-title">
            <span>{detail.request.kioskCode}</span>
            <span className="review-head-centre" title={nameOf(detail.request.centreName)}>
              {nameOf(detail.request.centreName)}
            </span>
          </h2>
          <span className="review-head-status">
            {standing ? t(`queue:outcome.${standing.outcome}`) : t(`queue:status.${detail.request.status}`)}
          </span>
          <span className="review-head-due">
            <DueFact row={detail.row} />
          </span>
        </>
      )}
      <span className="review-head-gap" />
      <span className="muted">
        {near.position > 0 && t('position', { position: near.position, total: near.total })}
      </span>
      <Button
        size="small"
        icon="chevron-up"
        keys="P"
        isDisabled={near.previous === null}
        onPress={near.goPrevious}
      >
        {t('previous')}
      </Button>
      <Button size="small" icon="chevron-down" keys="N" isDisabled={near.next === null} onPress={near.goNext}>
        {t('next')}
      </Button>
    </div>
  );
}
