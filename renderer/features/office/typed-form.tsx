import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalEntry } from '../../../shared/domain/local-addition.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { emptyEntry, entryOf, hasDate, type EntryFaults, type TypedKind } from './entry-form.ts';

export interface TypedFormProps {
  kind: TypedKind;
  isAdding: boolean;
  /** Answers whether it was added; what was typed stays where it was not. */
  onAdd: (entry: LocalEntry) => Promise<boolean>;
}

/** The fields of one kind of addition; faults are said at their fields once the officer has tried to add. */
export function TypedForm({ kind, isAdding, onAdd }: TypedFormProps) {
  const { t } = useTranslation(['office', 'common']);
  const [typed, setTyped] = useState(emptyEntry);
  const [isTried, setIsTried] = useState(false);
  const made = entryOf(kind, typed);
  const faults: EntryFaults = isTried && !made.ok ? made.faults : {};
  const set = (field: keyof typeof typed) => (value: string) => {
    setTyped({ ...typed, [field]: value });
  };
  const Text = kind === 'letterhead' ? TextArea : TextField;

  async function add(): Promise<void> {
    setIsTried(true);
    if (!made.ok || !(await onAdd(made.entry))) return;
    setTyped(emptyEntry);
    setIsTried(false);
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      {hasDate(kind) && (
        <DateField
          label={t('column.date')}
          isRequired
          value={typed.date}
          onChange={set('date')}
          error={faults.date ? t(`common:dateFault.${faults.date}`) : null}
        />
      )}
      <Text
        label={t(`add.${kind}.hi`)}
        description={t('add.oneIsEnough')}
        value={typed.hi}
        onChange={set('hi')}
        maxLength={500}
        error={faults.text ? t(`add.fault.${faults.text}`) : null}
      />
      <Text label={t(`add.${kind}.en`)} value={typed.en} onChange={set('en')} maxLength={500} />
      {kind === 'helpline' && (
        <TextField
          label={t('column.number')}
          type="tel"
          isRequired
          value={typed.number}
          onChange={set('number')}
          maxLength={40}
          error={faults.number ? t('add.fault.number') : null}
        />
      )}
      <div>
        <Button type="submit" variant="primary" isPending={isAdding}>
          {t('add.button')}
        </Button>
      </div>
    </form>
  );
}
