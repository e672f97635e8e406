import { useTranslation } from 'react-i18next';
import type { ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';
import { Badge } from '../../ui/badge.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

const marks: Record<ReconciliationLine['verdict'], { tone: Tone; icon: IconName }> = {
  same: { tone: 'good', icon: 'check' },
  expected: { tone: 'info', icon: 'transfer' },
  differs: { tone: 'bad', icon: 'alert' },
};

/** What the comparison came to: a sign and a word, the colour only helps. */
export function VerdictMark({ verdict }: { verdict: ReconciliationLine['verdict'] }) {
  const { t } = useTranslation('transfers');
  return (
    <Badge tone={marks[verdict].tone} icon={marks[verdict].icon}>
      {t(`verdicts.${verdict}`)}
    </Badge>
  );
}
