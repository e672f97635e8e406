import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { orderOf } from './order-of.ts';
import './review-papers.css';

interface Props {
  detail: RequestDetail;
  onPaper: (paper: PaperWish) => void;
}

/** The papers of this request, and its transfer where there is one. */
export function ReviewPapers({ detail, onPaper }: Props) {
  const { t } = useTranslation('review');
  const go = useDesk((desk) => desk.go);
  const requestId = detail.request.id;
  const order = orderOf(detail);
  return (
    <div className="review-papers" role="group" aria-label={t('papers.label')}>
      <Button
        size="small"
        icon="receipt"
        onPress={() => {
          onPaper({ kind: 'acknowledgement', requestId });
        }}
      >
        {t('papers.acknowledgement')}
      </Button>
      <Button
        size="small"
        icon="print"
        onPress={() => {
          onPaper({ kind: 'status-slip', requestId });
        }}
      >
        {t('papers.slip')}
      </Button>
      {order && (
        <Button
          size="small"
          icon="seal"
          onPress={() => {
            onPaper(order.paper);
          }}
        >
          {t('papers.order', { orderNo: order.orderNo })}
        </Button>
      )}
      {detail.transfer && (
        <Button
          size="small"
          icon="transfer"
          onPress={() => {
            go({ name: 'transfers', requestId });
          }}
        >
          {t(`papers.transfer.${detail.transfer.transfer.state}`)}
        </Button>
      )}
    </div>
  );
}
