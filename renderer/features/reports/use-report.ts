import { useEffect, useState } from 'react';
import type { Report } from '../../../shared/domain/report/report.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';
import type { Period } from './period.ts';

export interface ReportReading {
  /** Of the period asked for; null while it is counted, and when that failed. */
  report: Report | null;
  error: DeskError | null;
  isCounting: boolean;
  /** Counts once more: what was decided or received since is in it then. */
  again: () => void;
}

/** The report of a period, counted when it is asked for. An answer for an earlier period is never shown for this one. */
export function useReport(period: Period | null): ReportReading {
  const [turn, setTurn] = useState(0);
  const key = period === null ? null : `${period.from}/${period.to}/${turn}`;
  const [answer, setAnswer] = useState<{
    key: string;
    report: Report | null;
    error: DeskError | null;
  } | null>(null);
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    const [from = '', to = ''] = key.split('/');
    void call('report.read', { from, to }).then((result) => {
      if (!isCurrent) return;
      setAnswer(
        result.ok ? { key, report: result.value, error: null } : { key, report: null, error: result.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  const again = () => {
    setTurn((before) => before + 1);
  };
  if (key === null) return { report: null, error: null, isCounting: false, again };
  if (answer?.key !== key) return { report: null, error: null, isCounting: true, again };
  return { report: answer.report, error: answer.error, isCounting: false, again };
}
