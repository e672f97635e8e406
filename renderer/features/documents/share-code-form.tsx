import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeView } from '../../../shared/ipc/views/documents.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Intake } from './use-intake.ts';

/** A paperless e-KYC file opens with the code that the applicant chose; it is not kept. */
export function ShareCodeForm({ item, intake }: { item: IntakeView; intake: Intake }) {
  const { t } = useTranslation(['documents', 'errors']);
  const [code, setCode] = useState('');
  const isWrong = item.state.state === 'failed' && item.state.fault === 'wrong-share-code';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') void intake.giveShareCode(item.id, code.trim());
      }}
    >
      <p>{t('shareCode.text', { name: item.fileName })}</p>
      <TextField
        label={t('shareCode.label')}
        description={t('shareCode.hint')}
        error={isWrong ? t('errors:document.advice.wrong-share-code') : null}
        maxLength={32}
        autoFocus
        value={code}
        onChange={setCode}
      />
      <div>
        <Button type="submit" variant="primary" isPending={intake.isBusy} isDisabled={code.trim() === ''}>
          {t('shareCode.open')}
        </Button>
      </div>
    </form>
  );
}
