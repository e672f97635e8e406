/** What this PC can tell of the time at one moment. All in milliseconds. */
export interface ClockReading {
  /** The PC's own clock, since 1970, UTC. Anybody may set it. */
  wall: number;
  /** Since the machine was started, sleep included. Nobody can set it. */
  uptime: number;
  /** Names this start of the machine; null where the system has no name for it. */
  boot: string | null;
  /** Names this run of the app, during which the machine cannot have been started anew. */
  run: string;
}

/** The server's time, and what this PC told at the same moment. */
export interface ClockAnchor extends ClockReading {
  server: number;
}

/** What is kept over a restart of the app. */
export interface KeptTime {
  anchor: ClockAnchor;
  /** The latest trusted time that anything was judged by since the server last spoke. */
  floor: number;
}

export interface TrustedMoment {
  /** Milliseconds since 1970, UTC. */
  at: number;
  /**
   * `server`: carried on from the server's time by what nobody can set. `estimate`: the machine was started anew since,
   * so it rests on the PC's clock again, put right as it last was, and is never before the last trusted time. `pc`: the
   * server never spoke.
   */
  basis: 'server' | 'estimate' | 'pc';
}

/** Without a name for the start of the machine, both clocks must tell the same time between, to within this. */
const agreement = 2 * 60_000;

/** The time as far as it can be trusted. Pure; never before `kept.floor`. */
export function trustedMoment(kept: KeptTime | null, reading: ClockReading): TrustedMoment {
  if (!kept) return { at: reading.wall, basis: 'pc' };
  const { anchor, floor } = kept;
  const isCarried = isSameStart(anchor, reading);
  const carried = anchor.server + (reading.uptime - anchor.uptime);
  const corrected = reading.wall + (anchor.server - anchor.wall);
  return { at: Math.max(isCarried ? carried : corrected, floor), basis: isCarried ? 'server' : 'estimate' };
}

/** The server spoke: its word counts from now on, also when it is earlier than what was trusted before. */
export function anchoredAt(server: number, reading: ClockReading): KeptTime {
  return { anchor: { ...reading, server }, floor: server };
}

/** Whether the machine ran on without a new start between the two. */
function isSameStart(anchor: ClockAnchor, reading: ClockReading): boolean {
  if (anchor.run === reading.run) return true;
  if (reading.uptime < anchor.uptime) return false;
  if (anchor.boot !== null && reading.boot !== null) return anchor.boot === reading.boot;
  const byClock = reading.wall - anchor.wall;
  const byUptime = reading.uptime - anchor.uptime;
  return Math.abs(byClock - byUptime) <= agreement;
}
