import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { NetworkSettings } from './network-settings.tsx';

export function NetworkPanel() {
  const { t } = useTranslation('network');
  return (
    <Panel title={t('title')}>
      <NetworkSettings serverUrl={null} />
    </Panel>
  );
}
