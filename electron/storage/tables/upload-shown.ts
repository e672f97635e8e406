/** It was taken back here, and the server may know of it and was not told yet. What it refused it does not have. */
export const withdraws = `(u.is_announced = 1 AND u.is_withdrawn = 0 AND u.state <> 'refused' AND l.ended_by IS NOT NULL)`;

/** Of the upload `u` of the scan `l`: it is to go up, or is to be taken back there, and its wait is over. */
export const isUploadDue = `u.is_parked = 0
  AND (u.next_try_at IS NULL OR u.next_try_at <= @now OR u.next_try_at > @latest)
  AND ((u.state = 'waiting' AND l.ended_at IS NULL) OR ${withdraws})`;

/** How the upload `u` of a scan stands. */
export const uploadShown = `CASE WHEN u.id IN (SELECT value FROM json_each(@underWay)) THEN 'under-way'
  WHEN u.state = 'waiting' OR ${withdraws} THEN iif(u.is_parked = 1, 'parked', 'waiting') ELSE u.state END`;
export const listedUploads = `uploads u JOIN local_scans l ON l.id = u.id AND (l.ended_at IS NULL OR ${withdraws})`;
