import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/ipc/derive.ts';
import { call } from '../../app/bridge.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';

/** Tries this one at once. What comes of it is told by the row, which is read again with the sync's status. */
export function RetryButton({ item, of }: { item: Input<'outbox.retry'>; of: string }) {
  const { t, i18n } = useTranslation('outbox');
  const [isAsking, setIsAsking] = useState(false);

  async function retry(): Promise<void> {
    setIsAsking(true);
    const answer = await call('outbox.retry', item);
    setIsAsking(false);
    if (!answer.ok) tell(i18n, answer.error);
  }

  return (
    <Button
      size="small"
      icon="sync"
      label={t('tryNowOf', { of })}
      isPending={isAsking}
      onPress={() => void retry()}
    >
      {t('tryNow')}
    </Button>
  );
}
