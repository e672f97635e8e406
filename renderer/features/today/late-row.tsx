import { useTranslation } from 'react-i18next';
import type { LateRequest } from '../../../shared/domain/day/day-summary.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Icon } from '../../ui/icon.tsx';

export interface LateRowProps {
  request: LateRequest;
  index: number;
  /** The one that the Tab key reaches. */
  isCurrent: boolean;
  onFocus: (index: number) => void;
}

export function LateRow({ request, index, isCurrent, onFocus }: LateRowProps) {
  const { t } = useTranslation(['today', 'queue']);
  const say = useBilingual();
  const go = useDesk((desk) => desk.go);
  return (
    <tr>
      <td className="late-request">
        <button
          type="button"
          className="link-button"
          data-row={index}
          tabIndex={isCurrent ? 0 : -1}
          onFocus={() => {
            onFocus(index);
          }}
          onClick={() => {
            go({ name: 'review', requestId: request.requestId });
          }}
        >
          {request.requestNo}
        </button>
        <br />
        <span className="muted">{request.kioskCode}</span>
      </td>
      <td>{say(request.centreName)}</td>
      <td>{t(`queue:status.${request.status}`)}</td>
      <td className="date">{formatDate(request.receivedOn)}</td>
      <td className="date">
        {formatDate(request.dueOn)}
        {request.unknownYears.length > 0 && (
          <span className="caveat">
            <Icon name="question" size="small" />
            {t('unknownYears', { years: request.unknownYears.join(', ') })}
          </span>
        )}
      </td>
      <td className="count late-days">{formatNumber(request.daysLate)}</td>
    </tr>
  );
}
