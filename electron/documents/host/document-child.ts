/** The process for documents as the main side sees it, however it was started. */
export interface DocumentChild {
  /** By structured clone. Into a dead process it goes nowhere: `onExit` tells. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once, for whatever reason it ended, also when it could not be started. */
  onExit(listener: () => void): void;
  /** At once, whatever it is doing. */
  kill(): void;
}

/** @param isPortableOnly it must not use the system's own library for networks */
export type LaunchChild = (isPortableOnly: boolean) => DocumentChild;
