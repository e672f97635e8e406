import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { parseDate } from '../../../shared/text/parse-date.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface Props {
  today: IsoDate;
  onClose: () => void;
  onDay: (day: IsoDate) => void;
}

/** Asks for the day of the register; today unless another one is typed. */
export function RegisterDialog({ today, onClose, onDay }: Props) {
  const { t } = useTranslation(['outbox', 'common']);
  const [typed, setTyped] = useState(formatDate(today));
  const [isAsked, setIsAsked] = useState(false);
  const parsed = parseDate(typed);
  const isFuture = parsed.ok && parsed.date > today;
  const fault = parsed.ok ? null : t(`common:dateFault.${parsed.fault}`);

  const goOn = () => {
    setIsAsked(true);
    if (parsed.ok && !isFuture) onDay(parsed.date);
  };
  return (
    <Dialog
      isOpen
      width="small"
      title={t('register.title')}
      onClose={onClose}
      closeLabel={t('common:close')}
      footer={
        <Button variant="primary" icon="document" onPress={goOn}>
          {t('register.make')}
        </Button>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <p>{t('register.text')}</p>
        <TextField
          label={t('register.day')}
          description={t('register.dayHint')}
          error={isAsked ? (isFuture ? t('register.future') : fault) : null}
          autoFocus
          maxLength={20}
          value={typed}
          onChange={setTyped}
        />
      </form>
    </Dialog>
  );
}
