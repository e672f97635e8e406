/** How the upload `u` of a scan stands. */
export const uploadShown = `CASE WHEN u.id IN (SELECT value FROM json_each(@underWay)) THEN 'under-way'
  WHEN u.state = 'waiting' THEN iif(u.is_parked = 1, 'parked', 'waiting') ELSE u.state END`;
export const listedUploads = `uploads u JOIN local_scans l ON l.id = u.id AND l.ended_at IS NULL`;
