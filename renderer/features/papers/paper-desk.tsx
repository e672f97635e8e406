import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/values.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/icon.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { ScanPane } from '../viewer/scan-pane.tsx';
import '../viewer/viewer.css';
import { usePaper, type PaperInHand } from './use-paper.ts';
import { useOutcomeWords, usePaperActions, type PaperActions } from './use-paper-actions.ts';

/** The paper with its language, and the buttons to print and save it. Ctrl+P and Ctrl+S work anywhere in it. */
export function PaperDesk({ paper }: { paper: PaperWish }) {
  const [language, setLanguage] = useState<Language>(useLanguage());
  const inHand = usePaper(paper, language);
  const made = inHand.state.step === 'made' ? inHand.state.made : null;
  const actions = usePaperActions(made);
  usePaperKeys(actions);

  return (
    <div className="paper">
      <PaperBar language={language} onLanguage={setLanguage} isReady={made !== null} actions={actions} />
      <ActionFault actions={actions} again={inHand.again} />
      <PaperSheet inHand={inHand} />
    </div>
  );
}

/** Of the whole window: the dialog's focus may be on its close button, outside the paper. */
function usePaperKeys({ print, save }: PaperActions): void {
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey) return;
      if (event.code === 'KeyP') print();
      else if (event.code === 'KeyS') save();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, [print, save]);
}

interface BarProps {
  language: Language;
  onLanguage: (language: Language) => void;
  isReady: boolean;
  actions: PaperActions;
}

function PaperBar({ language, onLanguage, isReady, actions }: BarProps) {
  const { t } = useTranslation('papers');
  const words = useOutcomeWords(actions.outcome);
  return (
    <div className="paper-bar">
      <RadioGroup<Language>
        label={t('language')}
        orientation="horizontal"
        value={language}
        onChange={onLanguage}
        options={[
          { id: 'hi', label: t('languages.hi') },
          { id: 'en', label: t('languages.en') },
        ]}
      />
      <span className="paper-outcome" role="status">
        {words}
      </span>
      <Button
        icon="download"
        keys="Ctrl+S"
        isDisabled={!isReady}
        isPending={actions.busy === 'save'}
        onPress={actions.save}
      >
        {t('save')}
      </Button>
      <Button
        variant="primary"
        icon="print"
        keys="Ctrl+P"
        isDisabled={!isReady}
        isPending={actions.busy === 'print'}
        onPress={actions.print}
      >
        {t('print')}
      </Button>
    </div>
  );
}

/** Printing or saving failed: the paper stays; one that is no longer in memory can be made again. */
function ActionFault({ actions, again }: { actions: PaperActions; again: () => void }) {
  const { t } = useTranslation('papers');
  const errorText = useErrorText();
  if (actions.outcome.is !== 'failed') return null;
  const { error } = actions.outcome;
  const { title, advice } = errorText(error);
  return (
    <Banner
      tone="bad"
      title={title}
      actions={
        error.kind === 'paper-gone' && (
          <Button size="small" onPress={again}>
            {t('again')}
          </Button>
        )
      }
    >
      <p>{advice}</p>
    </Banner>
  );
}

function PaperSheet({ inHand: { state, again } }: { inHand: PaperInHand }) {
  const { t } = useTranslation('papers');
  const errorText = useErrorText();
  switch (state.step) {
    case 'making':
      return (
        <p className="paper-making" role="status">
          <Spinner /> {t('making')}
        </p>
      );
    case 'failed': {
      const { title, advice } = errorText(state.error);
      return (
        <Banner
          tone="bad"
          title={title}
          actions={
            <Button size="small" onPress={again}>
              {t('again')}
            </Button>
          }
        >
          <p>{advice}</p>
        </Banner>
      );
    }
    case 'made':
      return (
        <div className="paper-sheet">
          <ScanPane
            key={state.made.url}
            url={state.made.url}
            isPdf
            kind={state.made.title}
            mostPages={state.made.pages}
          />
        </div>
      );
  }
}
