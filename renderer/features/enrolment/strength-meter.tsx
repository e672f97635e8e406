import { useTranslation } from 'react-i18next';
import { passwordStrength, type PasswordStrength } from './password-strength.ts';
import './enrolment.css';

const bars: Record<PasswordStrength['level'], number> = { empty: 0, short: 1, common: 1, fair: 2, strong: 3 };

export function StrengthMeter({ password }: { password: string }) {
  const { t } = useTranslation('sign-in');
  const strength = passwordStrength(password);
  const words =
    strength.level === 'short'
      ? t('enrol.strength.short', { count: strength.missing })
      : t(`enrol.strength.${strength.level}`);
  return (
    <p className={`strength strength-${strength.level}`} role="status">
      <span className="strength-bars" aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <span key={bar} className={bar <= bars[strength.level] ? 'filled' : ''} />
        ))}
      </span>
      <span className="muted">{t('enrol.strength.label')}:</span> {words}
    </p>
  );
}
