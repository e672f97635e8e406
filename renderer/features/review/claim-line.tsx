import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { formatTime } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Icon } from '../../ui/icon.tsx';
import { isDecidable } from './standing.ts';
import { useClaim } from './use-claim.ts';
import './claim-line.css';

/** Who else of the office has this request open. Advice only: the officer may decide all the same. */
export function ClaimLine({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['review', 'queue']);
  const nameOf = useBilingual();
  const claim = useClaim(detail.request.id, isDecidable(detail));
  if (claim === null) return null;
  const officer = nameOf(claim.officerName);
  return (
    <p className="claim-line" role="status">
      <Icon name="user" size="small" />
      <strong>{t('queue:claim', { officer, until: formatTime(claim.until) })}</strong>
      <span>{t('claimAdvice')}</span>
    </p>
  );
}
