import '../../../renderer/app/zod-without-eval.ts';
import { createFakeDesk, optionsOf } from './fake-desk.ts';

Object.defineProperty(window, 'desk', { value: createFakeDesk(optionsOf(window.location.search), Date.now) });
