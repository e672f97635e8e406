import { useTranslation } from 'react-i18next';
import type { RuleResult } from '../../../shared/domain/rule-result.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useLanguage } from '../../app/i18n/use-language.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { countResults, rulesForReview } from './rule-order.ts';
import { ruleSentence } from '../../../shared/text/rule-sentence.ts';
import { Section } from './section.tsx';

const icons: Record<RuleResult['result'], IconName> = {
  pass: 'check-circle',
  fail: 'x-circle',
  unknown: 'question',
};

/** Every rule with its result, the evidence, its date and the order it rests on; what needs a look comes first. */
export function RulesPanel({ rules }: { rules: readonly RuleResult[] }) {
  const { t } = useTranslation('review');
  return (
    <Section title={t('rules.title')} aside={t('rules.summary', countResults(rules))}>
      <ul className="review-rules">
        {rulesForReview(rules).map((rule) => (
          <RuleLine key={rule.id} rule={rule} />
        ))}
      </ul>
    </Section>
  );
}

function RuleLine({ rule }: { rule: RuleResult }) {
  const { t } = useTranslation('rules');
  const language = useLanguage();
  const rests = [
    rule.asOf === null ? null : t('asOf', { date: formatDate(rule.asOf) }),
    rule.orderNo === null ? null : t('orderNo', { orderNo: rule.orderNo }),
  ].filter((part) => part !== null);
  return (
    <li className="review-rule" data-result={rule.result}>
      <Icon name={icons[rule.result]} />
      <div>
        <p>
          <span className="review-rule-title">{t(`${rule.id}.title`)}</span>
          <span className="review-rule-result">{t(`result.${rule.result}`)}</span>
        </p>
        <p>{ruleSentence(rule, language)}</p>
        {rests.length > 0 && <p className="review-small muted">{rests.join(' · ')}</p>}
      </div>
    </li>
  );
}
