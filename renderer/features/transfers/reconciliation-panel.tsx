import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lineKey } from '../../../shared/domain/transfer/transfer.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { differencesOnly, groupsOf, isEmpty } from './reconciliation-groups.ts';
import { ReconciliationTable } from './reconciliation-table.tsx';

interface Props {
  view: TransferView;
  onDone: (view: TransferView) => void;
}

/** Before beside after, and the acknowledging of what differs. The figures are the server's and cannot be edited. */
export function ReconciliationPanel({ view, onDone }: Props) {
  const { t } = useTranslation('transfers');
  const [isFiltered, setIsFiltered] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly string[]>([]);
  const all = groupsOf(view.lines);
  const groups = isFiltered ? differencesOnly(all) : all;
  const open = view.toAcknowledge;
  const selected = open.filter((key) => chosen.has(key));
  const linesAsked = view.lines.filter((line) => asked.includes(lineKey(line)));

  return (
    <Panel
      title={t('reconciliation.title')}
      aside={
        <Checkbox isSelected={isFiltered} onChange={setIsFiltered}>
          {t('reconciliation.onlyDifferences')}
        </Checkbox>
      }
    >
      {open.length > 0 && (
        <div className="row transfer-acknowledge">
          <Button
            variant="primary"
            size="small"
            isDisabled={selected.length === 0}
            onPress={() => {
              setAsked(selected);
            }}
          >
            {t('acknowledge.selected', { count: selected.length })}
          </Button>
          <Button
            size="small"
            onPress={() => {
              setAsked(open);
            }}
          >
            {t('acknowledge.all', { count: open.length })}
          </Button>
        </div>
      )}
      {isEmpty(groups) ? (
        <p role="status">{t('reconciliation.noDifferences')}</p>
      ) : (
        <ReconciliationTable
          groups={groups}
          toAcknowledge={new Set(open)}
          chosen={chosen}
          onChoose={(key) => {
            setChosen((before) => {
              const after = new Set(before);
              if (!after.delete(key)) after.add(key);
              return after;
            });
          }}
        />
      )}
      {asked.length > 0 && (
        <AcknowledgeDialog
          requestId={view.transfer.requestId}
          lines={linesAsked}
          onCancel={() => {
            setAsked([]);
          }}
          onDone={(done) => {
            setAsked([]);
            setChosen(new Set());
            onDone(done);
          }}
        />
      )}
    </Panel>
  );
}
