import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalEntry } from '../../../shared/domain/local-addition.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LogoPreview } from './logo-preview.tsx';
import { canBeDrawn, readLogo, type LogoReading } from './read-logo.ts';

/** Reads a file in the window, shows it, and adds it only when the officer says so. */
export function LogoForm({ isAdding, onAdd }: { isAdding: boolean; onAdd: (entry: LocalEntry) => void }) {
  const { t } = useTranslation('office');
  const id = useId();
  const [reading, setReading] = useState<LogoReading | null>(null);

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) {
      setReading(null);
      return;
    }
    const read = readLogo(new Uint8Array(await file.arrayBuffer()));
    const isWhole = !read.ok || (await canBeDrawn(read.logo));
    setReading(isWhole ? read : { ok: false, fault: 'not-a-picture' });
  }

  return (
    <div className="stack">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('logo.choose')}
        </label>
        <input
          id={id}
          className="logo-input"
          type="file"
          accept="image/png,image/jpeg"
          aria-describedby={`${id}-note`}
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <span id={`${id}-note`} className="field-description">
          {t('logo.hint')}
        </span>
        {reading?.ok === false && (
          <span className="field-error" role="alert">
            <Icon name="alert" size="small" />
            {t(`logo.${reading.fault}`)}
          </span>
        )}
      </div>
      {reading?.ok === true && <LogoPreview logo={reading.logo} label={t('logo.preview')} />}
      <div>
        <Button
          variant="primary"
          isPending={isAdding}
          isDisabled={reading?.ok !== true}
          onPress={() => {
            if (reading?.ok === true) onAdd({ kind: 'logo', ...reading.logo });
          }}
        >
          {t('add.button')}
        </Button>
      </div>
    </div>
  );
}
