import { useTranslation } from 'react-i18next';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { AsOfLine } from './as-of-line.tsx';
import { MasterTable } from './master-table.tsx';

/** What is printed and told: reason codes, helplines, the titles under which orders are signed. */
export function TextsTab({ master }: { master: MasterData }) {
  const { t } = useTranslation(['office', 'common']);
  const say = useBilingual();
  return (
    <div className="stack">
      <section>
        <h2>{t('kind.reason-code')}</h2>
        <AsOfLine kind="reason-code" />
        <MasterTable
          caption={t('kind.reason-code')}
          columns={[t('column.code'), t('column.text'), t('column.outcomes')]}
          empty={t('nothingYet')}
          rows={master.reasonCodes.map((reason) => ({
            id: reason.code,
            cells: [
              reason.code,
              say(reason.text),
              reason.outcomes.map((one) => t(`common:outcomeDone.${one}`)).join(', '),
            ],
          }))}
        />
      </section>
      <section>
        <h2>{t('kind.helpline')}</h2>
        <AsOfLine kind="helpline" />
        <MasterTable
          caption={t('kind.helpline')}
          columns={[t('column.name'), t('column.number')]}
          empty={t('nothingYet')}
          rows={master.helplines.map((line) => ({ id: line.id, cells: [say(line.label), line.number] }))}
        />
      </section>
      <section>
        <h2>{t('kind.signing-title')}</h2>
        <AsOfLine kind="signing-title" />
        <MasterTable
          caption={t('kind.signing-title')}
          columns={[t('column.text')]}
          empty={t('nothingYet')}
          rows={master.signingTitles.map((title) => ({ id: title.id, cells: [say(title.title)] }))}
        />
      </section>
    </div>
  );
}
