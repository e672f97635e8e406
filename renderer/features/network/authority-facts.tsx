import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { AuthorityView } from '../../../shared/ipc/views/network.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { FactList } from '../../ui/panel.tsx';

/** What is compared with the letter of the network's office before an authority is trusted. */
export function AuthorityFacts({ authority, children }: { authority: AuthorityView; children?: ReactNode }) {
  const { t } = useTranslation('network');
  const dates = {
    from: formatDate(indiaDate(Date.parse(authority.validFrom))),
    to: formatDate(indiaDate(Date.parse(authority.validTo))),
  };
  return (
    <div className="network-authority">
      <div className="row">
        <strong className="network-authority-name">{authority.subject}</strong>
        {children}
      </div>
      <FactList
        facts={[
          { id: 'issuer', name: t('ca.issuer'), value: authority.issuer },
          { id: 'validity', name: t('ca.validity'), value: t('ca.fromTo', dates) },
          {
            id: 'sha256',
            name: t('ca.sha256'),
            value: (
              <span className="mono network-fingerprint">
                {authority.sha256.replace(/(.{4})(?=.)/g, '$1 ')}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
