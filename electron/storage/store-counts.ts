/** What is not finished, counted from the tables. */
export interface StoreCounts {
  undoable: number;
  unsent: number;
  unsentActs: number;
  refused: number;
  conflicted: number;
  scansMissing: number;
  /** Of open requests and not here, however they stand, as the list of the items has them: those that wait for a hand too. */
  scansToCome: number;
  /** Of `scansToCome`: no number was found on them, or one was left; an officer has to draw the box. */
  scansByHand: number;
  /** Unmasked ones of which no masked copy was made yet, without those that were given up. */
  scansToMask: number;
  /** Taken in here and not taken by the server yet, without parked ones. */
  uploadsUnsent: number;
  /** Acts, and scans apart from those that wait for an officer's hand. */
  parked: number;
  /** Of `parked`: acts, which `unsentActs` counts too. */
  parkedActs: number;
  /** Of `parked`: scans that are to come, which `scansToCome` counts too. */
  parkedScans: number;
  setAside: number;
}
