/** It was taken back here, and the server may know of it and was not told yet. What it refused it does not have. */
export const withdraws = `(u.is_announced = 1 AND u.is_withdrawn = 0 AND u.state <> 'refused' AND l.ended_by IS NOT NULL)`;

/** How the upload `u` of a scan stands. */
export const uploadShown = `CASE WHEN u.id IN (SELECT value FROM json_each(@underWay)) THEN 'under-way'
  WHEN u.state = 'waiting' OR ${withdraws} THEN iif(u.is_parked = 1, 'parked', 'waiting') ELSE u.state END`;
export const listedUploads = `uploads u JOIN local_scans l ON l.id = u.id AND (l.ended_at IS NULL OR ${withdraws})`;
