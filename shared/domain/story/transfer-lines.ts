import { indiaDate } from '../india-date.ts';
import type { Transfer, TransferStage } from '../transfer/transfer.ts';
import type { IsoDate } from '../values.ts';
import type { StoryInput, StoryLine } from './story-line.ts';

/** The transfer's way, stage by stage, as far as it came. */
export function transferLines(told: StoryInput['transfer']): StoryLine[] {
  if (told === null) return [];
  const { transfer, toAcknowledge } = told;
  switch (transfer.state) {
    case 'waiting':
      return [{ on: stageDay(transfer, 'approved'), key: 'transfer-waiting', facts: {} }];
    case 'failed':
      return [failedLine(transfer)];
    case 'completed':
      return completedLines(transfer, toAcknowledge.length);
  }
}

function failedLine(transfer: Transfer): StoryLine {
  const on = indiaDate(Date.parse(transfer.updatedAt));
  return { on, key: 'transfer-failed', facts: { failure: transfer.failure } };
}

function completedLines(transfer: Transfer, differences: number): StoryLine[] {
  const { oldKioskCode, newKioskCode, toLspId } = transfer;
  const switched: StoryLine =
    newKioskCode === null
      ? { on: stageDay(transfer, 'ids-switched'), key: 'transfer-kept-id', facts: { oldId: oldKioskCode } }
      : {
          on: stageDay(transfer, 'ids-switched'),
          key: 'transfer-switched',
          facts: { oldId: oldKioskCode, newId: newKioskCode },
        };
  const completed: StoryLine = { on: stageDay(transfer, 'completed'), key: 'transfer-completed', facts: {} };
  const moved: StoryLine = {
    on: stageDay(transfer, 'records-moved'),
    key: 'transfer-moved',
    facts: { toLsp: toLspId },
  };
  const lines = [moved, switched, completed];
  if (differences === 0) return lines;
  return [...lines, { on: null, key: 'transfer-differences', facts: { differences } }];
}

/** A stage that the server does not name counts as reached when the transfer was last touched. */
export function stageDay({ stages, updatedAt }: Transfer, stage: TransferStage): IsoDate {
  const reached = stages.find((entry) => entry.stage === stage);
  return indiaDate(Date.parse(reached?.at ?? updatedAt));
}
