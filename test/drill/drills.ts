import { ensureSystemOrExit } from '../../build/system/ensure-system.ts';
import { districtsOnPostgres, holdsForDistricts } from './districts/districts-on-postgres.ts';
import { faultyAnswers } from './faulty-answers.ts';
import type { Drill } from './find-drill.ts';
import { holdsAgainstHostile, hostileDocuments } from './hostile-documents.ts';
import { fullDisk } from './full-disk.ts';
import { hostileServer } from './hostile-server.ts';
import { killAfterRecord } from './kill-after-record.ts';
import { killEachStep } from './kill-each-step.ts';
import { killProcess } from './kill-process.ts';
import { lateTimeOut } from './late-time-out.ts';
import { movedClock } from './moved-clock.ts';
import { truncated } from './truncated.ts';
import { flappingDay } from './flapping-day.ts';
import { oversize } from './oversize.ts';
import { powerCut } from './power-cut.ts';
import { holdsOnThinLink, thinLinkDrill } from './thin-link.ts';

/** Every drill by its name. */
export const drills: Record<string, Drill> = {
  'kill-process': { number: 1, count: 1000, run: killProcess },
  'kill-each-step': { number: 2, count: 10_000, run: killEachStep },
  'faulty-answers': { number: 3, count: 10_000, run: faultyAnswers },
  'late-time-out': { number: 4, count: 1000, run: lateTimeOut },
  'full-disk': { number: 5, count: 200, run: fullDisk },
  truncated: { number: 8, count: 500, run: truncated },
  'moved-clock': { number: 10, count: 100, run: movedClock },
  'hostile-server': { number: 11, count: 500, run: hostileServer },
  oversize: { number: 12, count: 10, run: oversize },
  'flapping-day': { number: 16, count: 100_000, run: flappingDay },
  'power-cut': { number: 14, count: 100, run: powerCut },
  'kill-after-record': {
    number: null,
    count: 100,
    run: async (options, say) => {
      const account = await killAfterRecord(options, say);
      const pass = account.count === options.count && account.lost === 0 && account.duplicated === 0;
      return { ...account, pass };
    },
  },
  'hostile-documents': {
    number: null,
    count: 10_000,
    run: async (options, say) => {
      ensureSystemOrExit(['fonts']);
      const account = await hostileDocuments(options, say);
      return { ...account, pass: account.count === options.count && holdsAgainstHostile(account) };
    },
  },
  'thin-link': {
    number: null,
    count: 40,
    run: async (options, say) => {
      const account = await thinLinkDrill(options, say);
      return { ...account, pass: account.count === options.count && holdsOnThinLink(account) };
    },
  },
  districts: {
    number: null,
    count: 100_000,
    run: async (options, say) => {
      const account = await districtsOnPostgres(options, say);
      return { ...account, pass: account.count === options.count && holdsForDistricts(account) };
    },
  },
};
