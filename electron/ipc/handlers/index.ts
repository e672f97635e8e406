import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { Services } from '../services.ts';
import { appHandlers } from './app.ts';
import { archiveHandlers } from './archive.ts';
import { claimHandlers } from './claim.ts';
import { conflictHandlers } from './conflict.ts';
import { courierHandlers } from './courier.ts';
import { dayHandlers } from './day.ts';
import { decisionHandlers } from './decision.ts';
import { documentHandlers } from './documents.ts';
import { enrolmentHandlers } from './enrolment.ts';
import { folderHandlers } from './folder.ts';
import { intakeHandlers } from './intake.ts';
import { leaveHandlers } from './leave.ts';
import { masterHandlers } from './master.ts';
import { networkHandlers } from './network.ts';
import { outboxHandlers } from './outbox.ts';
import { paperHandlers } from './paper.ts';
import { queueHandlers } from './queue.ts';
import { reportHandlers } from './report.ts';
import { requestHandlers } from './request.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { signOffHandlers } from './sign-off.ts';
import { syncHandlers } from './sync.ts';
import { transferHandlers } from './transfer.ts';
import { trustHandlers } from './trust.ts';

/** All handlers; the type demands one for every channel of the contract. */
export function makeHandlers(services: Services): Handlers {
  return {
    ...appHandlers(services),
    ...enrolmentHandlers(services),
    ...sessionHandlers(services),
    ...queueHandlers(services),
    ...requestHandlers(services),
    ...decisionHandlers(services),
    ...documentHandlers(services),
    ...intakeHandlers(services),
    ...folderHandlers(services),
    ...trustHandlers(services),
    ...outboxHandlers(services),
    ...conflictHandlers(services),
    ...claimHandlers(services),
    ...courierHandlers(services),
    ...leaveHandlers(services),
    ...signOffHandlers(services),
    ...paperHandlers(services),
    ...syncHandlers(services),
    ...settingsHandlers(services),
    ...networkHandlers(services),
    ...masterHandlers(services),
    ...archiveHandlers(services),
    ...transferHandlers(services),
    ...dayHandlers(services),
    ...reportHandlers(services),
  };
}
