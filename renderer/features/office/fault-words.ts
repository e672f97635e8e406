import type { TFunction } from 'i18next';
import type { MasterFault } from '../../../shared/ipc/views/office.ts';
import rules from '../../../shared/locales/hi/rules.json' with { type: 'json' };

type RuleSetFault = keyof (typeof rules)['fault'];

function isRuleSetFault(detail: string): detail is RuleSetFault {
  return Object.hasOwn(rules.fault, detail);
}

/** What is wrong, with the item's name; and what to do about it. A fault of a newer rule engine keeps its own name. */
export function faultWords(
  { fault, subject, detail }: MasterFault,
  t: TFunction<['office', 'rules']>,
): { title: string; advice: string } {
  const isNamed = fault === 'rule-set-contradicts-itself' && isRuleSetFault(detail);
  const why = isNamed ? t(`rules:fault.${detail}`) : detail;
  return { title: t(`fault.${fault}.title`, { subject, detail: why }), advice: t(`fault.${fault}.advice`) };
}
