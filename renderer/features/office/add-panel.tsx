import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalEntry, LocalKind } from '../../../shared/domain/local-addition.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { call } from '../../app/bridge.ts';
import { showNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { LogoForm } from './logo-form.tsx';
import { TypedForm } from './typed-form.tsx';

const kinds: readonly LocalKind[] = [
  'holiday',
  'working-day',
  'helpline',
  'letterhead',
  'signing-title',
  'logo',
];

/** Adds one thing to what the server sends; who added it and when is kept with it. */
export function AddPanel() {
  const { t } = useTranslation('office');
  const [kind, setKind] = useState<LocalKind>('holiday');
  const [error, setError] = useState<DeskError | null>(null);
  const [isAdding, setIsAdding] = useState(false);

  async function add(entry: LocalEntry): Promise<boolean> {
    setIsAdding(true);
    const answer = await call('master.addLocal', { entry });
    setIsAdding(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok)
      showNotice({ tone: 'good', title: t('add.done'), content: t(`local.${entry.kind}`) }, 6000);
    return answer.ok;
  }

  return (
    <Panel title={t('add.title')}>
      <div className="stack">
        <Select<LocalKind>
          label={t('add.kind')}
          value={kind}
          options={kinds.map((id) => ({ id, label: t(`local.${id}`) }))}
          onChange={(chosen) => {
            setKind(chosen);
            setError(null);
          }}
        />
        <p className="muted">{t(`add.hint.${kind}`)}</p>
        <ErrorBanner error={error} />
        {kind === 'logo' ? (
          <LogoForm isAdding={isAdding} onAdd={(entry) => void add(entry)} />
        ) : (
          <TypedForm kind={kind} isAdding={isAdding} onAdd={add} />
        )}
      </div>
    </Panel>
  );
}
