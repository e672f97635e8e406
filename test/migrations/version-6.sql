-- What version 6 wrote beside the rows of version 3: sample data only.
INSERT INTO scans (hash, size, mime, pages, is_masked, state, attempts, why, failed_at, next_try_at)
  VALUES ('4444444444444444444444444444444444444444444444444444444444444444', 100, 'image/jpeg', 1, 1, 'wanted', 2,
    'wrong-hash', '2026-10-05T07:00:00.000Z', '2026-10-05T07:20:00.000Z');
INSERT INTO scan_requests (hash, request_id)
  VALUES ('4444444444444444444444444444444444444444444444444444444444444444', 'req-4');
INSERT INTO transfer_acts (ordinal, id, request_id, content, officer_signature, state, next_try_at)
  VALUES (41, '01997000-0000-7000-8000-000000000041', 'req-1', '{}', 'AA==', 'unsent', '2026-10-05T07:20:00.000Z');
