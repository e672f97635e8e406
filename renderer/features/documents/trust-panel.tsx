import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { TrustState } from '../../../shared/ipc/views/documents.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import { TableHead } from '../../ui/table-head.tsx';

/** The certificates that Aadhaar codes are checked against, and the way to add one by a signed file. */
export function TrustPanel() {
  const { t } = useTranslation('documents');
  const [trust, setTrust] = useState<TrustState | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    void call('trust.state', undefined).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setTrust(answer.value);
      else setError(answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, []);

  async function update(): Promise<void> {
    setIsBusy(true);
    const answer = await call('trust.update', undefined);
    setIsBusy(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const before = trust?.certificates.length ?? 0;
    const added = answer.value.certificates.length - before;
    setTrust(answer.value);
    if (added > 0) showNotice({ tone: 'good', title: t('trust.added', { count: added }) }, 6000);
  }

  return (
    <div className="stack">
      <p>{t('trust.text')}</p>
      <ErrorBanner error={error} />
      <div className="row">
        <Button
          icon="upload"
          isPending={isBusy}
          isDisabled={trust?.canUpdate !== true}
          onPress={() => void update()}
        >
          {t('trust.update')}
        </Button>
        {trust?.canUpdate === false && <span className="muted">{t('trust.cannotUpdate')}</span>}
      </div>
      {trust && <Certificates trust={trust} />}
    </div>
  );
}

function Certificates({ trust }: { trust: TrustState }) {
  const { t } = useTranslation('documents');
  if (trust.certificates.length === 0) return <p className="muted">{t('trust.none')}</p>;
  return (
    <table className="master-table trust-table">
      <caption>{t('trust.title')}</caption>
      <TableHead
        columns={[
          t('trust.column.name'),
          t('trust.column.validity'),
          t('trust.column.sha256'),
          t('trust.column.from'),
        ]}
      />
      <tbody>
        {trust.certificates.map((one) => (
          <tr key={one.sha256}>
            <td>{one.name}</td>
            <td>
              {t('trust.validity', {
                from: formatDate(indiaDate(Date.parse(one.validFrom))),
                to: formatDate(indiaDate(Date.parse(one.validTo))),
              })}
            </td>
            <td className="mono trust-fingerprint">
              {one.sha256.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')}
            </td>
            <td>
              {one.update === null ? (
                <Badge>{t('trust.shipped')}</Badge>
              ) : (
                <Badge tone="info">{t('trust.fromUpdate', { number: one.update })}</Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
