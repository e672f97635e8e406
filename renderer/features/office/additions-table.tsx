import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalAddition, LocalEntry } from '../../../shared/domain/local-addition.ts';
import { formatDate, formatInstant } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { AlertDialog } from '../../ui/dialog.tsx';
import { LogoPreview } from './logo-preview.tsx';
import { MasterTable } from './master-table.tsx';

/** What this office added, by whom and when; the newest first. */
export function AdditionsTable({ additions }: { additions: readonly LocalAddition[] }) {
  const { t } = useTranslation('office');
  const say = useBilingual();
  const [toRemove, setToRemove] = useState<LocalAddition | null>(null);
  const inOrder = [...additions].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <MasterTable
        caption={t('tab.own')}
        columns={[t('column.kind'), t('column.text'), t('column.by'), t('column.action')]}
        empty={t('own.none')}
        rows={inOrder.map((addition) => ({
          id: addition.id,
          cells: [
            t(`local.${addition.entry.kind}`),
            <EntryContent key="content" entry={addition.entry} />,
            <span key="by">
              {say(addition.byName)}
              <br />
              <span className="muted">{formatInstant(addition.at)}</span>
            </span>,
            <Button
              key="remove"
              size="small"
              label={t('own.removeOf', { what: t(`local.${addition.entry.kind}`) })}
              onPress={() => {
                setToRemove(addition);
              }}
            >
              {t('own.remove')}
            </Button>,
          ],
        }))}
      />
      <RemoveDialog
        addition={toRemove}
        onClose={() => {
          setToRemove(null);
        }}
      />
    </>
  );
}

function RemoveDialog({ addition, onClose }: { addition: LocalAddition | null; onClose: () => void }) {
  const { t, i18n } = useTranslation(['office', 'common']);
  const [isRemoving, setIsRemoving] = useState(false);

  async function remove(id: LocalAddition['id']): Promise<void> {
    setIsRemoving(true);
    const answer = await call('master.removeLocal', { id });
    setIsRemoving(false);
    if (!answer.ok) tell(i18n, answer.error);
    onClose();
  }

  return (
    <AlertDialog
      title={t('own.removeTitle')}
      isOpen={addition !== null}
      tone="danger"
      isPending={isRemoving}
      cancelLabel={t('common:cancel')}
      confirmLabel={t('own.remove')}
      onCancel={onClose}
      onConfirm={() => {
        if (addition !== null) void remove(addition.id);
      }}
    >
      <p>{t('own.removeText')}</p>
      {addition !== null && <EntryContent entry={addition.entry} />}
    </AlertDialog>
  );
}

function EntryContent({ entry }: { entry: LocalEntry }): ReactNode {
  const { t } = useTranslation('office');
  const say = useBilingual();
  switch (entry.kind) {
    case 'holiday':
    case 'working-day':
      return `${formatDate(entry.date)}, ${say(entry.name)}`;
    case 'helpline':
      return `${say(entry.label)}: ${entry.number}`;
    case 'letterhead':
      return (
        <ul>
          {entry.lines.map((line, index) => (
            <li key={`${index}-${line.hi}`}>{say(line)}</li>
          ))}
        </ul>
      );
    case 'signing-title':
      return say(entry.title);
    case 'logo':
      return <LogoPreview logo={entry} label={t('local.logo')} />;
  }
}
