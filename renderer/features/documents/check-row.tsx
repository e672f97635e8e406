import { useTranslation } from 'react-i18next';
import type {
  CheckEvidence,
  CheckResult,
  CheckVerdict,
  DocumentCheck,
} from '../../../shared/domain/documents/document-check.ts';
import { checkResultWord, checkSentence, checkTitle, sideWord } from '../../../shared/text/check-sentence.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { otherSide, placesOf } from './check-order.ts';
import { withHiddenPan } from './hidden-pan.ts';
import { NoteField } from './note-field.tsx';
import { VerdictChoice } from './verdict-choice.tsx';

export const resultIcons: Record<CheckResult, IconName> = {
  pass: 'check-circle',
  look: 'alert',
  fail: 'x-circle',
  unknown: 'question',
};

export interface CheckActions {
  onShow: (evidence: CheckEvidence) => void;
  onShowBoth: (left: CheckEvidence, right: CheckEvidence) => void;
  /** Null where the review is over. */
  onVerdict: ((check: DocumentCheck, verdict: CheckVerdict['verdict'] | null) => void) | null;
  onNote: (check: DocumentCheck, note: string) => void;
  onFocus: (check: DocumentCheck) => void;
}

interface Props extends CheckActions {
  check: DocumentCheck;
  name: string;
  verdict: CheckVerdict | null;
  isCurrent: boolean;
}

/** One advice: what was compared, why it says so, what it rests on, and what the officer makes of it. */
export function CheckRow(props: Props) {
  const { check, name, verdict, isCurrent, onVerdict, onNote, onFocus } = props;
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const title = checkTitle(check.id, language);
  return (
    <li
      className="check"
      data-check={name}
      data-result={check.result}
      data-current={isCurrent}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={() => {
        onFocus(check);
      }}
    >
      <Icon name={resultIcons[check.result]} size="small" />
      <div className="check-words">
        <p>
          <span className="check-title">{title}</span>
          <span className="check-result">{checkResultWord(check.result, language)}</span>
        </p>
        <p className="check-why">{withHiddenPan(checkSentence(check, language))}</p>
        <EvidenceLinks {...props} />
        {verdict !== null && (
          <NoteField
            label={t('verdict.note', { about: title })}
            placeholder={t('verdict.notePlaceholder')}
            value={verdict.note}
            isDisabled={onVerdict === null}
            onChange={(note) => {
              onNote(check, note);
            }}
          />
        )}
      </div>
      <VerdictChoice
        about={title}
        verdict={verdict?.verdict ?? null}
        onChoose={
          onVerdict &&
          ((chosen) => {
            onVerdict(check, chosen);
          })
        }
      />
    </li>
  );
}

function EvidenceLinks({ check, onShow, onShowBoth }: Props) {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  const shown = placesOf(check);
  const [left] = shown;
  if (!left) return null;
  const right = otherSide(shown);
  return (
    <p className="check-evidence">
      {shown.map((evidence, index) => (
        <button
          key={index}
          type="button"
          className="link"
          onClick={() => {
            onShow(evidence);
          }}
        >
          {evidence.box
            ? t('evidence.page', { side: sideWord(evidence.side, language), page: evidence.box.page + 1 })
            : sideWord(evidence.side, language)}
        </button>
      ))}
      {right && (
        <button
          type="button"
          className="link"
          onClick={() => {
            onShowBoth(left, right);
          }}
        >
          {t('evidence.both')}
        </button>
      )}
    </p>
  );
}
