import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictChoice } from '../../../shared/domain/conflict.ts';
import { heldBy, type LimitName } from '../../../shared/domain/desk-limits.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import { useResolve } from './use-resolve.ts';

interface Props {
  conflict: ConflictView;
  /** The request or the conflict is not what is on screen any more. */
  onRefused: () => void;
}

/** The choices that the process leaves, each with what it does; or what was chosen. */
export function ChoicePanel({ conflict, onRefused }: Props) {
  const { t } = useTranslation('conflict');
  const { pending, resolve } = useResolve(conflict, onRefused);
  const [isKeepAsked, setIsKeepAsked] = useState(false);
  const limits = useDesk((desk) => desk.limits);
  // An approval kept is an approval recorded: the office's limits hold it back like any other.
  const held = conflict.mine.outcome === 'approve' && limits ? heldBy(limits) : null;
  if (conflict.ended !== null) return <Ended ended={conflict.ended} />;
  return (
    <Panel title={t('choices.title')}>
      <div className="conflict-choices">
        {conflict.choices.map((choice) => (
          <Choice
            key={choice}
            choice={choice}
            conflict={conflict}
            isPending={pending === choice}
            isDisabled={pending !== null && pending !== choice}
            held={choice === 'keep-mine' ? held : null}
            onPress={() => {
              if (choice === 'keep-mine') setIsKeepAsked(true);
              else resolve(choice);
            }}
          />
        ))}
      </div>
      <KeepDialog
        conflict={conflict}
        isOpen={isKeepAsked}
        isPending={pending === 'keep-mine'}
        onCancel={() => {
          setIsKeepAsked(false);
        }}
        onConfirm={() => {
          resolve('keep-mine', () => {
            setIsKeepAsked(false);
          });
        }}
      />
    </Panel>
  );
}

interface ChoiceProps {
  choice: ConflictChoice;
  conflict: ConflictView;
  isPending: boolean;
  isDisabled: boolean;
  /** The limit that holds it back; null: none. */
  held: LimitName | null;
  onPress: () => void;
}

function Choice({ choice, conflict, isPending, isDisabled, held, onPress }: ChoiceProps) {
  const { t } = useTranslation(['conflict', 'review']);
  const meaning = meaningOf(conflict);
  const isAcknowledging = choice === 'acknowledge';
  const isUsual = isAcknowledging ? meaning !== 'open' : choice === 'decide-again' && meaning === 'open';
  return (
    <div className="conflict-choice">
      <Button
        variant={isUsual ? 'primary' : 'secondary'}
        isPending={isPending}
        isDisabled={isDisabled || held !== null}
        onPress={onPress}
      >
        {isAcknowledging ? t(`choices.acknowledge.${meaning}`) : t(`choices.${choice}`)}
      </Button>
      {held !== null && <p className="conflict-held">{t(`review:decide.held.${held}`)}</p>}
      <p className="muted">
        {isAcknowledging ? t(`choices.acknowledge.${meaning}Text`) : t(`choices.${choice}Text`)}
      </p>
    </div>
  );
}

/** What acknowledging comes to: another decision stands, the request stays to be decided, or all is over. */
function meaningOf({ standing, choices }: ConflictView): 'standing' | 'open' | 'closed' {
  if (standing !== null) return 'standing';
  return choices.length > 1 ? 'open' : 'closed';
}

function Ended({ ended }: { ended: NonNullable<ConflictView['ended']> }) {
  const { t } = useTranslation('conflict');
  const nameOf = useBilingual();
  const at = formatInstant(ended.at);
  return (
    <div className="conflict-ended">
      <Banner tone="good" title={t(`ended.${ended.how}`)}>
        <p>
          {ended.byName === null
            ? t('ended.at', { at })
            : t('ended.by', { officer: nameOf(ended.byName), at })}
        </p>
      </Banner>
    </div>
  );
}
