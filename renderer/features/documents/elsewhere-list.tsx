import { useTranslation } from 'react-i18next';
import type { SeenElsewhere } from '../../../shared/ipc/views/documents.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Other requests in which the same scan, photo or person was seen, each to be opened. */
export function ElsewhereList({ seen }: { seen: readonly SeenElsewhere[] }) {
  const { t } = useTranslation('documents');
  const go = useDesk((desk) => desk.go);
  return (
    <ul className="elsewhere">
      {seen.map((one) => (
        <li key={`${one.what}/${one.documentId}/${one.requestId}`}>
          <Icon name="alert" size="small" />
          <span>{t(`elsewhere.${one.what}`, { requestNo: one.requestNo, kioskCode: one.kioskCode })}</span>
          <Button
            variant="quiet"
            size="small"
            icon="arrow-right"
            onPress={() => {
              go({ name: 'review', requestId: one.requestId });
            }}
          >
            {t('elsewhere.open', { requestNo: one.requestNo })}
          </Button>
        </li>
      ))}
    </ul>
  );
}
