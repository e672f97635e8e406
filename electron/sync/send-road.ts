import type { Step } from './evaluate.ts';
import type { StepOutcome } from './step-parts.ts';

/**
 * Tells a link that is down from a road on which only the sending breaks, as a proxy may do with long bodies: then the
 * server is reached otherwise between two sends that fail.
 */
export class SendRoad {
  /** Of sends, one after the other. */
  failures = 0;
  /** Only the sending breaks, as far as is known: until it goes through, or something else breaks too. */
  isBroken = false;
  #isReached = false;

  /** @returns whether it is the sending only. */
  failed(step: Step): boolean {
    this.isBroken = step === 'send' && this.failures > 0 && (this.isBroken || this.#isReached);
    this.#isReached = false;
    if (step === 'send') this.failures += 1;
    return this.isBroken;
  }

  succeeded(step: Step, { contacted, isComplete }: StepOutcome): void {
    if (step !== 'send' && contacted) this.#isReached = true;
    if ((step !== 'send' || !contacted) && !isComplete) return;
    this.failures = 0;
    this.isBroken = false;
  }
}
