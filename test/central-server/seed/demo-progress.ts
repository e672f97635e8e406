import type { MigrationRequest, RequestStatus } from '../../../shared/domain/request.ts';
import type { Bilingual, IsoDate } from '../../../shared/domain/values.ts';
import { addDays, atTime, earlierOf } from './days.ts';
import type { RequestSetting } from './demo-requests.ts';

type Progress = Pick<MigrationRequest, 'history' | 'pauses'>;
type HistoryEvent = MigrationRequest['history'][number]['event'];

const office: Bilingual = { hi: 'जिला ई-मित्र प्रबंधक (नमूना)', en: 'District eMitra Manager (Sample)' };
const kiosk: Bilingual = { hi: 'कियोस्क धारक', en: 'Kiosk operator' };
const portal: Bilingual = { hi: 'ई-मित्र पोर्टल (नमूना)', en: 'e-Mitra portal (Sample)' };

/** What happened since a request came in, up to its state: never after today. */
export function demoProgress(
  status: RequestStatus,
  receivedOn: IsoDate,
  place: number,
  setting: RequestSetting,
): Progress {
  const { random, today } = setting;
  const progress: Progress = { history: [], pauses: [] };
  const dayAfter = (days: number) => earlierOf(addDays(receivedOn, days), today);
  const decided = dayAfter(decidedAfter(receivedOn, today, place));
  const add = (event: HistoryEvent, day: IsoDate, by: Bilingual, note = '') => {
    const hour = 9 + progress.history.length;
    const at = earlierOf(atTime(day, hour, random.between(5, 55)), setting.latest);
    progress.history.push({ at, event, by, note });
  };
  const wasReturned = status !== 'returned' && receivedOn < addDays(today, -12) && random.chance(0.15);

  add('received', receivedOn, portal);
  if (wasReturned) {
    progress.pauses.push({ from: dayAfter(2), to: dayAfter(5), why: 'returned' });
    add('returned', dayAfter(2), office, 'O01: शुल्क की रसीद पुनः भेजें।');
    add('resubmitted', dayAfter(5), kiosk, 'रसीद संलग्न है।');
  }
  switch (status) {
    case 'pending':
      break;
    case 'returned':
      progress.pauses.push({ from: dayAfter(3), to: null, why: 'returned' });
      add('returned', dayAfter(3), office, 'O03: आवेदन पत्र का पृष्ठ 2 अस्पष्ट है।');
      break;
    case 'on-hold':
      progress.pauses.push({ from: dayAfter(6), to: null, why: 'on-hold' });
      add('held', dayAfter(6), office, 'H02: जिला समन्वयक की सहमति प्रतीक्षित।');
      break;
    case 'approved':
      add('approved', decided, office);
      break;
    case 'rejected':
      add('rejected', decided, office, 'R03: आवेदन अधिसूचित अवधि के बाहर है।');
      break;
    case 'transferred':
      add('approved', decided, office);
      add('transferred', earlierOf(addDays(decided, 1 + (place % 3)), today), portal);
      break;
    case 'withdrawn':
      add('withdrawn', dayAfter(5), kiosk, 'आवेदक ने आवेदन वापस लिया।');
      break;
  }
  return progress;
}

/** Six to twenty-six days, as offices differ; a request of the last days is decided before today all the same. */
function decidedAfter(receivedOn: IsoDate, today: IsoDate, place: number): number {
  const age = (Date.parse(today) - Date.parse(receivedOn)) / 86_400_000;
  return Math.min(6 + ((place * 7) % 21), Math.max(age - 1 - (place % 3), 1));
}
