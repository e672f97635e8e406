import { useTranslation } from 'react-i18next';
import type { ItemState } from '../../../shared/ipc/views/outbox.ts';
import { Badge } from '../../ui/badge.tsx';
import { itemTone } from './item-state.ts';

export function ItemBadge({ state }: { state: ItemState }) {
  const { t } = useTranslation('outbox');
  return (
    <Badge tone={itemTone[state].tone} icon={itemTone[state].icon}>
      {t(`itemState.${state}`)}
    </Badge>
  );
}
