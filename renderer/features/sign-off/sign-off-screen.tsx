import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import type { SignOffItem, SignOffOutcome } from '../../../shared/ipc/views/sign-off.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useReading } from '../../app/use-reading.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SignOffResult } from './sign-off-result.tsx';
import { SignOffTable } from './sign-off-table.tsx';
import { totalsLine } from './totals.ts';
import './sign-off.css';

const readRecorded = () => call('signOff.list', undefined);

/** The recorded decisions in one list: looked through, undone one by one, or signed and sealed together. */
export function SignOffScreen() {
  const { t } = useTranslation(['sign-off', 'common']);
  const { value: items, error, reload } = useReading(readRecorded);
  const [left, setLeft] = useState<ReadonlySet<DecisionId>>(new Set());
  /** As they were when the password was asked for: nothing that came later is signed unseen. */
  const [toSign, setToSign] = useState<readonly SignOffItem[]>([]);
  const [result, setResult] = useState<SignOffOutcome | null>(null);
  const chosen = items?.filter(({ decisionId }) => !left.has(decisionId)) ?? [];
  const ask = () => {
    setResult(null);
    setToSign(chosen);
  };
  useShortcuts([
    {
      keys: ['Ctrl+Enter'],
      group: t('title'),
      label: t('ask.title'),
      run: ask,
      isEnabled: chosen.length > 0,
    },
  ]);
  return (
    <main className="screen">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
        {items !== null && items.length > 0 && (
          <Button
            variant="primary"
            icon="seal"
            keys="Ctrl+Enter"
            isDisabled={chosen.length === 0}
            onPress={ask}
          >
            {t('sign', { count: chosen.length })}
          </Button>
        )}
      </div>
      <ErrorBanner error={error} />
      {result !== null && <SignOffResult result={result} />}
      {items !== null && items.length === 0 && <NothingToSign />}
      {items !== null && items.length > 0 && (
        <>
          <p className="sign-off-totals" role="status">
            {totalsLine(chosen, t)}
          </p>
          <SignOffTable items={items} left={left} onLeft={setLeft} onChanged={reload} />
        </>
      )}
      {toSign.length > 0 && (
        <SignDialog
          items={toSign}
          onClose={() => {
            setToSign([]);
            reload();
          }}
          onSigned={setResult}
        />
      )}
    </main>
  );
}

function NothingToSign() {
  const { t } = useTranslation('sign-off');
  const go = useDesk((desk) => desk.go);
  return (
    <EmptyState
      icon="check-circle"
      title={t('empty.title')}
      action={
        <Button
          onPress={() => {
            go({ name: 'queue' });
          }}
        >
          {t('empty.action')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
