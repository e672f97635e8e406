import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NetworkSettings } from './network-settings.tsx';

/** Before the enrolment, which needs the road to the server. A click beside it would lose what was typed. */
export function NetworkDialog({
  serverUrl,
  isOpen,
  onClose,
}: {
  serverUrl: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(['network', 'common']);
  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t('common:close')}
      width="large"
      isDismissable={false}
      footer={<Button onPress={onClose}>{t('common:close')}</Button>}
    >
      <NetworkSettings serverUrl={serverUrl} />
    </Dialog>
  );
}
