import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';

export interface ProgressBarProps {
  label: string;
  /** From 0 to 1; null where the end is not known. */
  value: number | null;
  /** Shown at the right: "1,200 / 10,000". */
  valueText?: string;
}

export function ProgressBar({ label, value, valueText }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className="progress"
      aria-label={label}
      isIndeterminate={value === null}
      value={(value ?? 0) * 100}
      {...(valueText !== undefined && { valueLabel: valueText })}
    >
      {({ percentage }) => (
        <>
          <span>{label}</span>
          <span className="muted">{valueText}</span>
          <span className="progress-track">
            <span
              className={value === null ? 'progress-bar moving' : 'progress-bar'}
              style={{ display: 'block', ...(value !== null && { width: `${percentage ?? 0}%` }) }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  );
}
