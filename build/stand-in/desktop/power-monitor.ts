import { Emitter } from '../emitter.ts';
import { throwByName } from '../not-in-stand-in.ts';

/**
 * The operating system tells the stand-in nothing, so these events come from nowhere but a test: `SIGUSR2` to the main
 * process stands for the locking of the screen.
 */
export const powerMonitor = throwByName(
  'powerMonitor',
  new Emitter(
    'powerMonitor',
    ['lock-screen'],
    ['unlock-screen', 'suspend', 'resume', 'shutdown', 'on-ac', 'on-battery'],
  ),
);

process.on('SIGUSR2', () => powerMonitor.emit('lock-screen'));
