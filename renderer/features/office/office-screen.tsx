import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Spinner } from '../../ui/icon.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TrustPanel } from '../documents/trust-panel.tsx';
import { AddPanel } from './add-panel.tsx';
import { AdditionsTable } from './additions-table.tsx';
import { DistrictsTab } from './districts-tab.tsx';
import { HolidaysTab } from './holidays-tab.tsx';
import { LspsTab } from './lsps-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { TextsTab } from './texts-tab.tsx';
import './office.css';

const tabs = ['overview', 'rules', 'holidays', 'lsps', 'districts', 'texts', 'trust', 'own'] as const;
type Tab = (typeof tabs)[number];

/** What the rules, the dates and the papers rest on: the server's data, and what this office added. */
export function OfficeScreen() {
  const { t } = useTranslation('office');
  const master = useDesk((desk) => desk.master);
  const [tab, setTab] = useState<Tab>('overview');
  return (
    <main className="screen office">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
      </div>
      {master === null ? (
        <p role="status" className="row">
          <Spinner /> {t('loading')}
        </p>
      ) : (
        <Tabs<Tab>
          label={t('title')}
          selected={tab}
          onChange={setTab}
          items={tabs.map((id) => ({ id, label: labelOf(id, master), content: contentOf(id, master) }))}
        />
      )}
    </main>
  );

  function labelOf(id: Tab, { faults, additions }: MasterData): string {
    const count = id === 'overview' ? faults.length : id === 'own' ? additions.length : 0;
    return count === 0 ? t(`tab.${id}`) : t('tabCount', { name: t(`tab.${id}`), shown: formatNumber(count) });
  }
}

function contentOf(tab: Tab, master: MasterData) {
  switch (tab) {
    case 'overview':
      return <OverviewTab master={master} />;
    case 'rules':
      return <RulesTab master={master} />;
    case 'holidays':
      return <HolidaysTab master={master} />;
    case 'lsps':
      return <LspsTab master={master} />;
    case 'districts':
      return <DistrictsTab master={master} />;
    case 'texts':
      return <TextsTab master={master} />;
    case 'trust':
      return <TrustPanel />;
    case 'own':
      return (
        <div className="office-own">
          <AdditionsTable additions={master.additions} />
          <AddPanel />
        </div>
      );
  }
}
