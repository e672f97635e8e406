import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import type { SignOffItem } from '../../../shared/ipc/views/sign-off.ts';
import { formatCountdown, formatInstant } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { tell } from '../../app/start-desk.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { focusScreenIfLost } from '../../ui/focus-screen.ts';

interface Props {
  item: SignOffItem;
  now: number;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onChanged: () => void;
}

const tones = { approve: 'good', reject: 'bad', return: 'warn', hold: 'warn' } as const;

export function SignOffRow({ item, now, isChosen, onChoose, onChanged }: Props) {
  const { t } = useTranslation(['sign-off', 'common']);
  const say = useBilingual();
  const lspName = useLspName();
  const reasons = useDesk((desk) => desk.master?.reasonCodes);
  const textOf = (code: string) => {
    const reason = reasons?.find((known) => known.code === code);
    return reason ? `${code} ${say(reason.text)}` : code;
  };
  return (
    <tr>
      <td>
        <Checkbox isSelected={isChosen} onChange={onChoose}>
          {item.requestNo}
          <br />
          <span className="muted">{item.kioskCode}</span>
        </Checkbox>
      </td>
      <td>{say(item.applicantName)}</td>
      <td>
        <Badge tone={tones[item.outcome]}>{t(`common:outcomeDone.${item.outcome}`)}</Badge>
        {item.reasonCodes.map((code) => (
          <p key={code} className="sign-off-reason">
            {textOf(code)}
          </p>
        ))}
      </td>
      <td>{item.targetLspId === null ? null : lspName(item.targetLspId)}</td>
      <td>
        {formatInstant(item.recordedAt)}
        <br />
        <TimeLeft item={item} now={now} />
      </td>
      <td className="actions">
        <UndoButton item={item} onChanged={onChanged} />
      </td>
    </tr>
  );
}

function TimeLeft({ item, now }: Pick<Props, 'item' | 'now'>) {
  const { t } = useTranslation('sign-off');
  const chainDoubt = useDesk((desk) => desk.sync?.chainDoubt ?? false);
  const left = Date.parse(item.sealsAt) - now;
  if (waitsForSignOff(item)) return <span className="muted">{t('waits')}</span>;
  return (
    <span className="muted">
      {left > 0 ? t('left', { left: formatCountdown(left) }) : t(chainDoubt ? 'waitsForChain' : 'sealing')}
    </span>
  );
}

function UndoButton({ item, onChanged }: Pick<Props, 'item' | 'onChanged'>) {
  const { t, i18n } = useTranslation(['sign-off', 'common']);
  const [isUndoing, setIsUndoing] = useState(false);

  async function undo(): Promise<void> {
    setIsUndoing(true);
    const answer = await call('decision.undo', { decisionId: item.decisionId });
    setIsUndoing(false);
    if (!answer.ok) tell(i18n, answer.error);
    onChanged();
    focusScreenIfLost();
  }

  return (
    <Button
      size="small"
      icon="undo"
      label={t('undoOf', { requestNo: item.requestNo })}
      isPending={isUndoing}
      onPress={() => void undo()}
    >
      {t('common:undo')}
    </Button>
  );
}
