import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeView, UnmaskedPages } from '../../../shared/ipc/views/documents.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { HandMask } from './hand-mask.tsx';
import { MaskedPages } from './masked-pages.tsx';
import { placesElsewhere, placesOn } from './places-elsewhere.ts';
import { ReasonField, isGoodReason } from './reason-field.tsx';
import { ShareCodeForm } from './share-code-form.tsx';
import type { Intake } from './use-intake.ts';

interface Props {
  item: IntakeView;
  intake: Intake;
}

/** Digits of a number may still be seen, or none was found where one must be: not kept before a box by hand. */
export function mustMaskByHand({ state }: IntakeView): boolean {
  return state.state === 'ready' && (state.reading.masking.wantsHand || state.reading.masking.residue > 0);
}

/** One file on its way: how far it is, what is wrong with it, or what was masked. */
export function IntakeItem({ item, intake }: Props) {
  const { t } = useTranslation(['documents', 'errors']);
  const { state } = item;
  if (item.wantsShareCode) return <ShareCodeForm item={item} intake={intake} />;
  switch (state.state) {
    case 'queued':
      return <ProgressBar label={t('intake.queued', { name: item.fileName })} value={null} />;
    case 'working':
      return (
        <ProgressBar
          label={t('intake.working', { name: item.fileName })}
          value={state.pages === 0 ? null : state.page / state.pages}
          {...(state.pages > 0 && {
            valueText: t('intake.pageOf', { page: state.page, pages: state.pages }),
          })}
        />
      );
    case 'failed':
      return (
        <Banner
          tone="bad"
          title={t('intake.failed', { name: item.fileName, why: t(`errors:document.fault.${state.fault}`) })}
        >
          <p>{t(`errors:document.advice.${state.fault}`)}</p>
        </Banner>
      );
    case 'ready':
      return <ReadyItem item={item} state={state} intake={intake} />;
  }
}

type Ready = Extract<IntakeView['state'], { state: 'ready' }>;
type HandStep = { step: 'no' } | { step: 'reason' } | { step: 'draw'; pages: UnmaskedPages };

function ReadyItem({ item, state, intake }: Props & { state: Ready }) {
  const [hand, setHand] = useState<HandStep>({ step: 'no' });
  const [page, setPage] = useState(0);
  const { masking } = state.reading;
  switch (hand.step) {
    case 'draw':
      return (
        <HandMask
          urls={hand.pages.urls}
          drawn={hand.pages.boxes}
          isBusy={intake.isBusy}
          onMask={(boxes) => {
            void intake.mask(item.id, boxes).then((isMasked) => {
              if (isMasked) setHand({ step: 'no' });
            });
          }}
        />
      );
    case 'reason':
      return (
        <ReasonForm
          isBusy={intake.isBusy}
          onReason={(reason) => {
            void intake.showOriginal(item.id, reason).then((pages) => {
              if (pages !== null) setHand({ step: 'draw', pages });
            });
          }}
        />
      );
    case 'no': {
      const byHand = mustMaskByHand(item);
      return (
        <div className="stack">
          <MaskingWords
            state={state}
            isByHand={byHand}
            page={page}
            onTurn={setPage}
            onByHand={() => {
              setHand({ step: 'reason' });
            }}
          />
          {!byHand && <MaskedPages pages={state.pages} masking={masking} page={page} onTurn={setPage} />}
        </div>
      );
    }
  }
}

interface WordsProps {
  state: Ready;
  isByHand: boolean;
  /** The one that is shown, from 0. */
  page: number;
  onTurn: (page: number) => void;
  onByHand: () => void;
}

/** Pages on which digits may still stand are not shown here: they are the unmasked ones, and want a reason. */
function MaskingWords({ state, isByHand, page, onTurn, onByHand }: WordsProps) {
  const { t } = useTranslation('documents');
  const { regions, residue, wantsHand } = state.reading.masking;
  const open = (
    <Button size="small" variant={isByHand ? 'primary' : 'secondary'} autoFocus={isByHand} onPress={onByHand}>
      {t('hand.open')}
    </Button>
  );
  if (isByHand) {
    return (
      <Banner
        tone="warn"
        title={wantsHand ? t('hand.wanted') : t('hand.residue', { count: residue })}
        actions={open}
      >
        <p>{t('hand.wantedText')}</p>
      </Banner>
    );
  }
  // Data without a page: there is nothing to draw a box on.
  const hasPaper = state.reading.kind !== 'ekyc';
  return (
    <Banner
      tone="good"
      title={t('masked.done', { count: regions.length })}
      {...(hasPaper && { actions: open })}
    >
      {state.pages.length > 1 && regions.length > 0 && (
        <p className="masked-places">
          {t('masked.here', { page: page + 1, count: placesOn(regions, page) })}
          {placesElsewhere(regions, page).map(({ on, count }) => (
            <Button
              key={on}
              size="small"
              onPress={() => {
                onTurn(on);
              }}
            >
              {t('masked.elsewhere', { page: on + 1, count })}
            </Button>
          ))}
        </p>
      )}
      <p>
        {t('masked.seen', { paper: t(`papers.${state.reading.kind}`) })} {t('masked.look')}
      </p>
    </Banner>
  );
}

function ReasonForm({ isBusy, onReason }: { isBusy: boolean; onReason: (reason: string) => void }) {
  const { t } = useTranslation('documents');
  const [reason, setReason] = useState('');
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGoodReason(reason)) onReason(reason.trim());
      }}
    >
      <p>{t('hand.reasonText')}</p>
      <ReasonField value={reason} onChange={setReason} />
      <div>
        <Button type="submit" variant="primary" isPending={isBusy} isDisabled={!isGoodReason(reason)}>
          {t('hand.show')}
        </Button>
      </div>
    </form>
  );
}
