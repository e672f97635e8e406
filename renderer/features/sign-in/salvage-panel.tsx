import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { SalvageReport } from '../../../shared/ipc/views/salvage.ts';
import { call } from '../../app/bridge.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SalvageResult } from './salvage-result.tsx';

interface Props {
  officerId: OfficerId;
  password: string;
  onDone: () => void;
}

type Progress =
  | { step: 'offered' }
  | { step: 'working' }
  | { step: 'failed'; error: DeskError }
  /** Null: it opens after all. */
  | { step: 'done'; report: SalvageReport | null };

/** For a vault whose file is damaged: one button puts what can be read of it into a new one, and tells what came of it. */
export function SalvagePanel({ officerId, password, onDone }: Props) {
  const { t } = useTranslation(['sign-in']);
  const errorText = useErrorText();
  const [progress, setProgress] = useState<Progress>({ step: 'offered' });

  async function salvage(): Promise<void> {
    setProgress({ step: 'working' });
    const answer = await call('session.salvage', { officerId, password });
    if (!answer.ok) {
      setProgress({ step: 'failed', error: answer.error });
      return;
    }
    setProgress({ step: 'done', report: answer.value });
    onDone();
  }

  if (progress.step === 'done') return <SalvageResult report={progress.report} />;
  return (
    <div className="stack">
      {progress.step === 'failed' && (
        <Banner tone="bad" title={t('salvage.failed')}>
          {errorText(progress.error).advice}
        </Banner>
      )}
      <p>{t('salvage.intro')}</p>
      <div className="row">
        <Button
          icon="sync"
          variant="primary"
          isPending={progress.step === 'working'}
          isDisabled={password === ''}
          onPress={() => void salvage()}
        >
          {t(progress.step === 'working' ? 'salvage.working' : 'salvage.start')}
        </Button>
      </div>
    </div>
  );
}
