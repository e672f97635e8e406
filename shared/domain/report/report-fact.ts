import type { Outcome } from '../decision.ts';
import type { LspId, RequestId } from '../ids.ts';
import type { ClockPause, RequestStatus } from '../request.ts';
import type { IsoDate } from '../values.ts';

/** What a report counts of one request; all dates are days in India. */
export interface ReportFact {
  requestId: RequestId;
  /** As the queue shows it: a decision of this desk that stands has changed it, and `closedOn` and `pauses` with it. */
  status: RequestStatus;
  applicationDate: IsoDate;
  receivedOn: IsoDate;
  /** When it was finally decided (approved or rejected) or withdrawn; null while it is before the office. */
  closedOn: IsoDate | null;
  pauses: readonly ClockPause[];
  currentLspId: LspId;
  targetLspId: LspId;
  /** Decisions in the order of time: the server's history, then this desk's that stand and have no answer yet. */
  events: readonly ReportEvent[];
}

export interface ReportEvent {
  on: IsoDate;
  outcome: Outcome;
  /** Reason codes, as the decision or the history's note names them; empty where none was given. */
  codes: readonly string[];
}
