import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ReasonField, isGoodReason } from './reason-field.tsx';

interface Props {
  requestId: RequestId;
  documentId: string;
  onClose: () => void;
}

/** The whole PAN, once, with a reason; it is gone from the screen when the dialog closes. */
export function RevealDialog({ requestId, documentId, onClose }: Props) {
  const { t } = useTranslation(['documents', 'common']);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function reveal(): Promise<void> {
    if (!isGoodReason(reason) || isBusy) return;
    setIsBusy(true);
    const answer = await call('documents.reveal', {
      requestId,
      documentId,
      field: 'pan',
      reason: reason.trim(),
    });
    setIsBusy(false);
    if (answer.ok) setValue(answer.value.value);
    setError(answer.ok ? null : answer.error);
  }

  return (
    <Dialog
      title={t('reveal.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('common:close')}
      width="small"
      footer={
        value === null ? (
          <>
            <Button onPress={onClose}>{t('common:cancel')}</Button>
            <Button
              variant="primary"
              isPending={isBusy}
              isDisabled={!isGoodReason(reason)}
              onPress={() => void reveal()}
            >
              {t('reveal.show')}
            </Button>
          </>
        ) : (
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('common:close')}
          </Button>
        )
      }
    >
      <div className="stack">
        <ErrorBanner error={error} />
        {value === null ? (
          <>
            <p>{t('reveal.text')}</p>
            <ReasonField value={reason} onChange={setReason} />
          </>
        ) : (
          <p className="reveal-value mono">{value}</p>
        )}
      </div>
    </Dialog>
  );
}
