import type { ColumnType, Generated } from 'kysely';

/**
 * What Kysely knows of the tables. 64-bit numbers arrive as text from `pg` and as numbers from PGlite: queries that
 * read one cast it (`::text`), so that both give the same.
 */
type Big = ColumnType<string | number, string | number, string | number>;

export interface ServerStateTable {
  name: string;
  value: string;
}

export interface DistrictTable {
  id: string;
  name_hi: string;
  name_en: string;
}

export interface OfficerAccountTable {
  id: string;
  district_id: string;
  /** The officer as the feed shows it, JSON. */
  body: string;
  revoked_at: string | null;
  /** When the officer came to this district from another; null for the first. */
  moved_at: string | null;
}

export interface ActivationCodeTable {
  code_hash: string;
  officer_id: string;
  used_at: string | null;
  /** SHA-256 of the keys that used it: the same keys again get the same answer. */
  used_by: string | null;
  device_id: string | null;
}

export interface DeviceTable {
  id: string;
  officer_id: string;
  district_id: string;
  name: string;
  officer_signing_key: string;
  officer_sealing_key: string;
  device_signing_key: string;
  enrolled_at: string;
  revoked_at: string | null;
  /** The last processed link of the device's chain: its sequence number, and its commitment. */
  chain_sequence: number;
  chain_head: string;
}

export interface ChallengeTable {
  nonce_hash: string;
  device_id: string;
  expires_at: string;
}

export interface SessionTable {
  token_hash: string;
  device_id: string;
  expires_at: string;
}

/** The present state of everything a client sees, in the order of its last change. */
export interface FeedTable {
  kind: string;
  id: string;
  /** Who sees it; `''` is everybody. Part of the key, so that an item that moves away leaves a removal behind. */
  district_id: string;
  version: number;
  removed: boolean;
  /** JSON text; kept as text, as `jsonb` refuses the character U+0000. */
  body: string;
  /** Of an open request: the scans it names, and their bytes. */
  scans: Generated<number>;
  scan_bytes: ColumnType<string | number, string | number | undefined, string | number>;
  changed_in: Generated<Big>;
  sequence: Generated<Big>;
}

export interface DecisionTable {
  id: string;
  device_id: string;
  officer_id: string;
  request_id: string | null;
  result: 'accepted' | 'conflict' | 'refused';
  /** The answer's JSON, without the present state of a conflict. */
  answer: string;
  /** The sealed decision's JSON; null for a refused one, whose text may hold an Aadhaar number. */
  sealed: string | null;
  chain_sequence: number;
  commitment: string;
  /** SHA-256 of everything that came in under this id: says whether a repetition is one. */
  fingerprint: string;
  /** The officer's outcome, null when the content could not be read. */
  outcome: string | null;
  server_sequence: Big | null;
  processed_at: string;
}

export interface BlobAccessTable {
  hash: string;
  district_id: string;
  size: number;
  mime: string;
}

export interface KioskTable {
  code: string;
  district_id: string;
  lsp_id: string;
  name_hi: string;
  name_en: string;
  registered_on: string;
  is_active: boolean;
  /** The operator's login, `''` where there is none. */
  login_id: string;
}

export interface ServiceHistoryTable {
  kiosk_code: string;
  month: string;
  service: string;
  count: number;
}

export interface BalanceTable {
  kiosk_code: string;
  /** In paise. */
  wallet: Big;
  advance: Big;
  credit_limit: Big;
  dues: Big;
  tds: Big;
  security: Big;
}

/** One for each approved request; what the desks see of it is `body`. */
export interface TransferTable {
  request_id: string;
  district_id: string;
  state: 'waiting' | 'completed' | 'failed';
  failure: string | null;
  /** From when it may be run (again). */
  not_before: string;
  /** How often it failed. */
  attempts: number;
  /** The `Transfer`, JSON. */
  body: string;
}

/** What officers did about transfers, as they signed it. */
export interface TransferActTable {
  id: string;
  request_id: string;
  officer_id: string;
  device_id: string;
  content: string;
  officer_signature: string;
  accepted_at: string;
}

export interface OrderSeriesTable {
  district_id: string;
  /** From 0, in the order in which devices were enrolled. */
  place: number;
  series: string;
  device_id: string;
}

/** Who works on which request, until when by the server's clock. */
export interface ClaimTable {
  request_id: string;
  district_id: string;
  device_id: string;
  officer_id: string;
  until: string;
}

export interface Tables {
  server_state: ServerStateTable;
  districts: DistrictTable;
  officer_accounts: OfficerAccountTable;
  activation_codes: ActivationCodeTable;
  devices: DeviceTable;
  challenges: ChallengeTable;
  sessions: SessionTable;
  feed: FeedTable;
  decisions: DecisionTable;
  blob_access: BlobAccessTable;
  kiosks: KioskTable;
  service_history: ServiceHistoryTable;
  balances: BalanceTable;
  transfers: TransferTable;
  transfer_acts: TransferActTable;
  order_series: OrderSeriesTable;
  claims: ClaimTable;
}
