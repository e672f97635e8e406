import { useTranslation } from 'react-i18next';
import type { ItemKind, ItemState, ItemTotals } from '../../../shared/ipc/views/outbox.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { listOf, neededActions, wayOf, type NeededAction } from './needed-actions.ts';
import type { NeededList, NeededRequest, NeededRequests } from './read-needed.ts';
import { useStillRefused } from './use-still-refused.ts';

/** Items of one kind that stand in one way. */
export interface AskedItems {
  kind: ItemKind;
  state: ItemState | null;
}

interface Props {
  totals: ItemTotals;
  requests: NeededRequests;
  onShow: (items: AskedItems) => void;
}

/** Only when somebody must act: what, on which requests, and the way there. Nothing else is worth a banner. */
export function NeededBanner({ totals, requests, onShow }: Props) {
  const { t } = useTranslation('outbox');
  const refused = useStillRefused(requests.refused);
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
            <p>
              <NeededLine action={action} />
            </p>
            <NeededWays action={action} totals={totals} requests={{ ...requests, refused }} onShow={onShow} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}

interface WaysProps extends Omit<Props, 'requests'> {
  action: NeededAction;
  requests: Record<NeededList, readonly NeededRequest[]>;
}

/** So many requests are named; the others are found in the list. */
const mostNamed = 3;

/** The buttons that lead to what is to be done. */
function NeededWays({ action: { name }, totals, requests, onShow }: WaysProps) {
  const { t } = useTranslation('outbox');
  const go = useDesk((desk) => desk.go);
  const way = wayOf(name);
  if (way === null) return null;
  if (way !== 'requests') {
    return (
      <div className="needed-ways">
        <Button
          size="small"
          onPress={() => {
            go({ name: way });
          }}
        >
          {t(`needed.go.${way}`)}
        </Button>
      </div>
    );
  }
  const list = listOf(name, totals);
  const named = list === null ? [] : requests[list.name];
  const rest = named.length - mostNamed;
  return (
    <div className="needed-ways">
      {named.slice(0, mostNamed).map(({ requestNo, screen }) => (
        <Button
          key={`${screen.name} ${requestNo}`}
          size="small"
          label={t('needed.open', { requestNo })}
          onPress={() => {
            go(screen);
          }}
        >
          {requestNo}
        </Button>
      ))}
      {list !== null && (rest > 0 || named.length === 0) && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => {
            onShow(list.items);
          }}
        >
          {rest > 0 ? t('needed.more', { count: rest }) : t('needed.list')}
        </Button>
      )}
    </div>
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
