import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckVerdict, DocumentCheck } from '../../../shared/domain/documents/document-check.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { checkKey, inOrderOfCare, otherSide, placesOf, verdictOn } from './check-order.ts';
import { CheckRow, type CheckActions } from './check-row.tsx';

interface Props extends Omit<CheckActions, 'onFocus'> {
  checks: readonly DocumentCheck[];
  verdicts: readonly CheckVerdict[];
}

/** The advices: those that ask for an eye first, those that passed folded away. */
export function CheckList({ checks, verdicts, ...actions }: Props) {
  const { t } = useTranslation('documents');
  const [isUnfolded, setIsUnfolded] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const ordered = inOrderOfCare(checks);
  const care = ordered.filter(({ result }) => result !== 'pass');
  const passed = ordered.filter(({ result }) => result === 'pass');
  const shown = isUnfolded ? ordered : care;
  const currentKey = shown.some((one) => checkKey(one) === current)
    ? current
    : shown[0]
      ? checkKey(shown[0])
      : null;

  const step = (by: 1 | -1) => {
    const index = shown.findIndex((one) => checkKey(one) === current);
    const next = shown[index === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, index + by))];
    if (!next) return;
    setCurrent(checkKey(next));
    const row = list.current?.querySelector<HTMLElement>(`[data-check="${CSS.escape(checkKey(next))}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  useCheckShortcuts(step, shown.find((one) => checkKey(one) === current) ?? null, actions);

  const rowOf = (check: DocumentCheck) => (
    <CheckRow
      key={checkKey(check)}
      name={checkKey(check)}
      check={check}
      verdict={verdictOn(verdicts, check)}
      isCurrent={checkKey(check) === currentKey}
      {...actions}
      onFocus={(one) => {
        setCurrent(checkKey(one));
      }}
    />
  );
  return (
    <div ref={list}>
      {care.length > 0 && <ul className="checks">{care.map(rowOf)}</ul>}
      {passed.length > 0 && (
        <Button
          variant="quiet"
          size="small"
          icon={isUnfolded ? 'chevron-up' : 'chevron-down'}
          isExpanded={isUnfolded}
          onPress={() => {
            setIsUnfolded(!isUnfolded);
          }}
        >
          {t('checks.passed', { count: passed.length })}
        </Button>
      )}
      {isUnfolded && <ul className="checks">{passed.map(rowOf)}</ul>}
    </div>
  );
}

function useCheckShortcuts(
  step: (by: 1 | -1) => void,
  current: DocumentCheck | null,
  { onVerdict, onShow, onShowBoth }: Omit<CheckActions, 'onFocus'>,
): void {
  const { t } = useTranslation('documents');
  const group = t('shortcuts.group');
  const canJudge = current !== null && onVerdict !== null;
  const judge = (verdict: CheckVerdict['verdict'] | null) => () => {
    if (current !== null) onVerdict?.(current, verdict);
  };
  useShortcuts([
    { keys: ['l'], label: t('shortcuts.nextCheck'), group, run: () => step(1) },
    { keys: ['Shift+l'], label: t('shortcuts.previousCheck'), group, run: () => step(-1) },
    { keys: ['1'], label: t('shortcuts.inOrder'), group, isEnabled: canJudge, run: judge('in-order') },
    { keys: ['2'], label: t('shortcuts.notInOrder'), group, isEnabled: canJudge, run: judge('not-in-order') },
    { keys: ['3'], label: t('shortcuts.takeBack'), group, isEnabled: canJudge, run: judge(null) },
    {
      keys: ['4'],
      label: t('shortcuts.evidence'),
      group,
      isEnabled: current !== null,
      run: () => {
        const places = current ? placesOf(current) : [];
        const [left] = places;
        const right = otherSide(places);
        if (left && right) onShowBoth(left, right);
        else if (left) onShow(left);
      },
    },
  ]);
}
