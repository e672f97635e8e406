import { indiaDate } from '../india-date.ts';
import type { MigrationRequest } from '../request.ts';
import { reasonsInNote } from './reasons-in-note.ts';
import type { StoryLine } from './story-line.ts';

type HistoryEntry = MigrationRequest['history'][number];

/** What the server's history tells, beginning with the receipt whether the history has it or not. */
export function historyLines(request: MigrationRequest, isTransferTold: boolean): StoryLine[] {
  const lines = request.history
    .filter((entry) => entry.event !== 'received')
    .filter((entry) => !(isTransferTold && entry.event === 'transferred'))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(historyLine);
  return [...receipt(request), ...lines];
}

function receipt(request: MigrationRequest): StoryLine[] {
  const { requestNo, kioskCode, currentLspId, targetLspId, receivedOn, applicationDate } = request;
  const facts = { requestNo, kioskCode, fromLsp: currentLspId, toLsp: targetLspId };
  const received: StoryLine = { on: receivedOn, key: 'received', facts };
  if (applicationDate >= receivedOn) return [received];
  return [{ on: applicationDate, key: 'applied-earlier', facts: {} }, received];
}

function historyLine(entry: HistoryEntry): StoryLine {
  const on = indiaDate(Date.parse(entry.at));
  switch (entry.event) {
    case 'returned':
    case 'held':
    case 'rejected':
      return { on, key: entry.event, facts: reasonsInNote(entry.note) };
    case 'received':
    case 'resubmitted':
    case 'approved':
    case 'transferred':
    case 'withdrawn':
      return { on, key: entry.event, facts: {} };
  }
}
