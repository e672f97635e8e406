import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import { sumOf } from '../../../shared/ipc/open-items.ts';
import type { ItemKind } from '../../../shared/ipc/views/outbox.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { ActTable } from './act-table.tsx';
import { DecisionTable } from './decision-table.tsx';
import { LimitLine } from './limit-line.tsx';
import { NeededBanner, type AskedItems } from './needed-banner.tsx';
import { PullLine } from './pull-line.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { ScanTable } from './scan-table.tsx';
import { SealDialog } from './seal-dialog.tsx';
import { SetAsideTable } from './set-aside-table.tsx';
import { SyncFacts } from './sync-facts.tsx';
import { UploadTable } from './upload-table.tsx';
import { useOutbox } from './use-outbox.ts';
import './outbox.css';

type Tab = 'set-aside' | ItemKind;

export function OutboxScreen() {
  const { t } = useTranslation(['outbox', 'sign-off']);
  const { value: outbox, error, reload } = useOutbox();
  const [tab, setTab] = useState<Tab>('decision');
  const [receiptOf, setReceiptOf] = useState<OutboxItem | null>(null);
  const [paper, setPaper] = useState<PaperWish | null>(null);
  const [isDayAsked, setIsDayAsked] = useState(false);
  const go = useDesk((desk) => desk.go);
  const today = useDesk((desk) => desk.sync?.today ?? null);
  const chainDoubt = useDesk((desk) => desk.sync?.chainDoubt ?? false);
  const [toSeal, setToSeal] = useState<readonly OutboxItem[]>([]);
  const [asked, setAsked] = useState<AskedItems & { turn: number }>({
    kind: 'decision',
    state: null,
    turn: 0,
  });
  const { turn } = asked;
  const firstOf = (kind: ItemKind) => (asked.kind === kind ? asked.state : null);
  const show = (wanted: AskedItems) => {
    setTab(wanted.kind);
    // The lists begin anew with what was asked for.
    setAsked({ ...wanted, turn: turn + 1 });
  };
  const undoable = outbox?.recorded ?? [];
  // The others wait for the password.
  const sealable = undoable.filter((item) => !waitsForSignOff(item));
  return (
    <main className="screen">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
        <div className="row">
          <Button
            icon="transfer"
            onPress={() => {
              go({ name: 'courier' });
            }}
          >
            {t('courier')}
          </Button>
          <Button
            icon="document"
            isDisabled={today === null}
            onPress={() => {
              setIsDayAsked(true);
            }}
          >
            {t('register.open')}
          </Button>
          <Button
            icon="check-circle"
            isDisabled={undoable.length === 0}
            onPress={() => {
              go({ name: 'sign-off' });
            }}
          >
            {t('sign-off:open')}
          </Button>
          {sealable.length > 0 && !chainDoubt && (
            <Button
              icon="seal"
              onPress={() => {
                setToSeal(sealable);
              }}
            >
              {t('sealAll', { count: sealable.length })}
            </Button>
          )}
        </div>
      </div>
      <ErrorBanner error={error} />
      {outbox !== null && (
        <>
          <NeededBanner totals={outbox.totals} requests={outbox.needed} onShow={show} />
          <SyncFacts totals={outbox.totals} />
          <LimitLine />
          <PullLine coming={outbox.totals.scan.waiting + outbox.totals.scan['under-way']} />
          <Tabs<Tab>
            label={t('tabs.label')}
            selected={tab}
            onChange={setTab}
            items={[
              {
                id: 'decision',
                label: t('tabs.decisions', { total: formatNumber(sumOf(outbox.totals.decision)) }),
                content: (
                  <DecisionTable
                    key={turn}
                    counts={outbox.totals.decision}
                    first={firstOf('decision')}
                    onReceipt={setReceiptOf}
                    onSeal={(item) => {
                      setToSeal([item]);
                    }}
                    onOrder={({ decisionId }) => {
                      setPaper({ kind: 'order', decisionId });
                    }}
                    onChanged={reload}
                  />
                ),
              },
              {
                id: 'act',
                label: t('tabs.acts', { total: formatNumber(sumOf(outbox.totals.act)) }),
                content: <ActTable key={turn} counts={outbox.totals.act} first={firstOf('act')} />,
              },
              {
                id: 'scan',
                label: t('tabs.scans', { total: formatNumber(sumOf(outbox.totals.scan)) }),
                content: <ScanTable key={turn} counts={outbox.totals.scan} first={firstOf('scan')} />,
              },
              {
                id: 'upload',
                label: t('tabs.uploads', { total: formatNumber(sumOf(outbox.totals.upload)) }),
                content: <UploadTable key={turn} counts={outbox.totals.upload} first={firstOf('upload')} />,
              },
              {
                id: 'set-aside',
                label: t('tabs.setAside', { total: formatNumber(outbox.setAside.length) }),
                content: <SetAsideTable items={outbox.setAside} />,
              },
            ]}
          />
        </>
      )}
      <ReceiptDialog
        item={receiptOf}
        onClose={() => {
          setReceiptOf(null);
        }}
      />
      {isDayAsked && today !== null && (
        <RegisterDialog
          today={today}
          onClose={() => {
            setIsDayAsked(false);
          }}
          onDay={(day) => {
            setIsDayAsked(false);
            setPaper({ kind: 'register', day });
          }}
        />
      )}
      <PaperDialog
        paper={paper}
        onClose={() => {
          setPaper(null);
        }}
      />
      <SealDialog
        items={toSeal}
        onClose={() => {
          setToSeal([]);
          reload();
        }}
      />
    </main>
  );
}
