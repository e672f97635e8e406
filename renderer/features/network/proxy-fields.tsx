import { useTranslation } from 'react-i18next';
import type { NetworkView, ProxyMode } from '../../../shared/ipc/views/network.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { NetworkForm } from './network-form.ts';

interface ProxyFieldsProps {
  form: NetworkForm;
  /** How the kept password stands. */
  password: NetworkView['password'];
  onChange: (form: NetworkForm) => void;
}

/** The address and what belongs to it stand there only where a proxy is named by hand. */
export function ProxyFields({ form, password, onChange }: ProxyFieldsProps) {
  const { t } = useTranslation('network');
  const field = (name: Exclude<keyof NetworkForm, 'mode'>) => ({
    value: form[name],
    onChange: (value: string) => {
      onChange({ ...form, [name]: value });
    },
  });
  return (
    <>
      <RadioGroup<ProxyMode>
        label={t('mode.label')}
        value={form.mode}
        options={[
          { id: 'none', label: t('mode.none'), description: t('mode.noneHint') },
          { id: 'system', label: t('mode.system'), description: t('mode.systemHint') },
          { id: 'manual', label: t('mode.manual'), description: t('mode.manualHint') },
        ]}
        onChange={(mode) => {
          onChange({ ...form, mode });
        }}
      />
      {form.mode === 'manual' && (
        <>
          <TextField
            {...field('proxy')}
            label={t('proxy.label')}
            description={t('proxy.hint')}
            maxLength={300}
            isRequired
          />
          <div className="network-account">
            <TextField
              {...field('user')}
              label={t('user.label')}
              description={t('user.hint')}
              maxLength={200}
            />
            <TextField
              {...field('password')}
              label={t('password.label')}
              description={t(`password.${password}`)}
              type="password"
              autoComplete="new-password"
              maxLength={200}
            />
          </div>
        </>
      )}
      {form.mode !== 'none' && (
        <TextField
          {...field('exceptions')}
          label={t('exceptions.label')}
          description={t('exceptions.hint')}
          maxLength={2000}
        />
      )}
    </>
  );
}
