import { withdraws } from './upload-shown.ts';

/** Of the upload `u` of the scan `l`: it is to go up, or is to be taken back there, and its wait is over. */
export const isUploadDue = `u.is_parked = 0
  AND (u.next_try_at IS NULL OR u.next_try_at <= @now OR u.next_try_at > @latest)
  AND ((u.state = 'waiting' AND l.ended_at IS NULL) OR ${withdraws})`;
