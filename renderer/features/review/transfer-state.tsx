import { useTranslation } from 'react-i18next';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

const tones = { waiting: 'info', completed: 'good', failed: 'bad' } as const;
const icons = { waiting: 'clock', completed: 'check-circle', failed: 'x-circle' } as const;

/** How far the records have come, and the way to the transfer. */
export function TransferState({ transfer: { transfer } }: { transfer: TransferView }) {
  const { t } = useTranslation('review');
  const go = useDesk((desk) => desk.go);
  return (
    <p className="row">
      <Badge tone={tones[transfer.state]} icon={icons[transfer.state]}>
        {t(`papers.transfer.${transfer.state}`)}
      </Badge>
      <Button
        variant="quiet"
        size="small"
        icon="transfer"
        onPress={() => {
          go({ name: 'transfers', requestId: transfer.requestId });
        }}
      >
        {t('papers.transfer.open')}
      </Button>
    </p>
  );
}
