import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { Services } from '../services.ts';
import { appHandlers } from './app.ts';
import { decisionHandlers } from './decision.ts';
import { enrolmentHandlers } from './enrolment.ts';
import { outboxHandlers } from './outbox.ts';
import { provisional } from './provisional.ts';
import { queueHandlers } from './queue.ts';
import { requestHandlers } from './request.ts';
import { sessionHandlers } from './session.ts';
import { settingsHandlers } from './settings.ts';
import { syncHandlers } from './sync.ts';

/** All handlers; the type demands one for every channel of the contract. */
export function makeHandlers(services: Services): Handlers {
  return {
    ...provisional,
    ...appHandlers(services),
    ...enrolmentHandlers(services),
    ...sessionHandlers(services),
    ...queueHandlers(services),
    ...requestHandlers(services),
    ...decisionHandlers(services),
    ...outboxHandlers(services),
    ...syncHandlers(services),
    ...settingsHandlers(services),
  };
}
