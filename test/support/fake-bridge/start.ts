import '../../../renderer/app/zod-without-eval.ts';
import { createFakeDesk, optionsOf } from './fake-desk.ts';
import { shiftClock } from './shift-clock.ts';

const at = new URLSearchParams(window.location.search).get('at');
if (at !== null) shiftClock(at);
Object.defineProperty(window, 'desk', {
  value: createFakeDesk(optionsOf(window.location.search), () => Date.now()),
});
