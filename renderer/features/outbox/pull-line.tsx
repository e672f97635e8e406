import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/ipc/derive.ts';
import type { PullState } from '../../../shared/ipc/pull-state.ts';
import { formatBytes, formatNumber } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { amountWords, itemWords, timeWords } from './pull-words.ts';

type Chosen = Input<'sync.choosePull'>;

/**
 * How much is to come when that is much, what is left out of it and why, and the officer's choice about it.
 * @param coming scans that come by themselves.
 */
export function PullLine({ coming }: { coming: number }) {
  const { i18n } = useTranslation('outbox');
  const status = useDesk((desk) => desk.sync);
  if (status === null) return null;

  async function choose(chosen: Chosen): Promise<void> {
    const answer = await call('sync.choosePull', chosen);
    if (!answer.ok) tell(i18n, answer.error);
  }

  const { pull } = status;
  if (pull.choice === null && pull.size === null && coming === 0) return null;
  const onChoose = (choice: Chosen['choice'], lasts: Chosen['lasts'] = 'today') =>
    void choose({ choice, lasts });
  return (
    <div className="pull-line" role="status">
      <Icon name={pull.choice === null || pull.choice === 'all' ? 'download' : 'pause'} />
      <PullText pull={pull} />
      <Choices pull={pull} onChoose={onChoose} />
    </div>
  );
}

function PullText({ pull }: { pull: PullState }) {
  const { t } = useTranslation('outbox');
  const { choice, choiceDay, size, leftOut } = pull;
  const left = {
    count: leftOut.scans,
    number: formatNumber(leftOut.scans),
    bytes: formatBytes(leftOut.bytes),
  };
  if (choice !== null)
    return (
      <div>
        <p>
          {t(`pull.chosen.${choice}`)} {t(choiceDay === null ? 'pull.untilChanged' : 'pull.today')}
        </p>
        {leftOut.scans > 0 && <p className="muted">{t('pull.leftOut', left)}</p>}
      </div>
    );
  if (size === null) return <p>{t('pull.quiet')}</p>;
  return (
    <div>
      <p>
        <strong>{t('pull.question', { what: itemWords(size, t) })}</strong> {amountWords(size, t)},{' '}
        {timeWords(size, t)}
      </p>
      <p className="muted">
        {t(pull.changesWait ? 'pull.meanwhileHeld' : 'pull.meanwhile')}{' '}
        {leftOut.scans > 0 && t('pull.leftOut', left)}
      </p>
    </div>
  );
}

function Choices({
  pull: { choice, choiceDay, size },
  onChoose,
}: {
  pull: PullState;
  onChoose: (choice: Chosen['choice'], lasts?: Chosen['lasts']) => void;
}) {
  const { t } = useTranslation('outbox');
  const needed = (
    <Button
      size="small"
      onPress={() => {
        onChoose('needed');
      }}
    >
      {t('pull.needed')}
    </Button>
  );
  if (choice === null && size === null) return needed;
  return (
    <div className="row">
      {choice !== 'all' && (
        <Button
          size="small"
          icon="download"
          onPress={() => {
            onChoose('all');
          }}
        >
          {t('pull.all')}
        </Button>
      )}
      {choice !== 'needed' && needed}
      {choice === 'needed' && choiceDay !== null && (
        <Button
          size="small"
          onPress={() => {
            onChoose('needed', 'until-changed');
          }}
        >
          {t('pull.keep')}
        </Button>
      )}
      {choice === null ? (
        <Button
          size="small"
          onPress={() => {
            onChoose('later');
          }}
        >
          {t('pull.later')}
        </Button>
      ) : (
        <Button
          size="small"
          icon="undo"
          onPress={() => {
            onChoose(null);
          }}
        >
          {t('pull.back')}
        </Button>
      )}
    </div>
  );
}
