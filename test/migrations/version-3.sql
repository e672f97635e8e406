-- What version 3 wrote beside the rows of version 2: sample data only.
UPDATE transfers SET list_row = NULL WHERE request_id = 'req-1';
INSERT INTO scans (hash, size, mime, pages, is_masked, state, attempts)
  VALUES ('3333333333333333333333333333333333333333333333333333333333333333', 100, 'image/jpeg', 1, 1, 'ready', 0);
INSERT INTO scan_requests (hash, request_id)
  VALUES ('3333333333333333333333333333333333333333333333333333333333333333', 'req-2');
