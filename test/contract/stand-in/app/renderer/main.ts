import { z } from 'zod';

/** What page code could get hold of before anything else ran, for the test that the raw binding is not among it. */
const globals = Object.getOwnPropertyNames(globalThis).filter((name) => /^desk[0-9a-f]/.test(name));
const parsed = z.object({ n: z.number() }).safeParse({ n: 1 });
document.body.dataset['globals'] = globals.join(' ');
document.body.dataset['parsed'] = String(parsed.success);
document.body.dataset['hasBridge'] = String('contract' in window);
