import { useTranslation } from 'react-i18next';
import type { ItemTotals } from '../../../shared/ipc/views/outbox.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Banner } from '../../ui/banner.tsx';
import { neededActions, type NeededAction } from './needed-actions.ts';

/** Only when somebody must act; nothing else is worth a banner. */
export function NeededBanner({ totals }: { totals: ItemTotals }) {
  const { t } = useTranslation('outbox');
  const actions = neededActions(
    useDesk((desk) => desk.sync),
    totals,
  );
  if (actions.length === 0) return null;
  return (
    <Banner tone="warn" title={t('needed.title')}>
      <ul className="needed-list">
        {actions.map((action) => (
          <li key={action.name}>
            <NeededLine action={action} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function NeededLine({ action: { name, count, detail = '' } }: { action: NeededAction }) {
  const { t } = useTranslation('outbox');
  switch (name) {
    case 'refused':
    case 'conflicted':
    case 'parked':
    case 'hand':
    case 'chain-doubt':
      return t(`needed.${name}`, { count });
    case 'certificate-untrusted':
      return t('needed.certificate-untrusted', {
        detail: detail === '' ? t('needed.unknownIssuer') : detail,
      });
    case 'proxy-auth':
    case 'proxy-refused':
    case 'certificate-wrong-host':
      return t(`needed.${name}`, { detail });
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'server-nonsense':
    case 'device-revoked':
    case 'not-authorised':
    case 'disk-full':
    case 'chain-broken':
    case 'storage-failed':
      return t(`needed.${name}`);
  }
}
