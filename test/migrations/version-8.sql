-- What version 8 wrote beside the rows of version 7: sample data only.
INSERT INTO uploads (id, state, is_announced, attempts, faults)
  VALUES ('01997000-0000-7000-8000-000000000071', 'waiting', 1, 2, 1);
INSERT INTO attachments (id, version, request_id, hash, body)
  VALUES ('01997000-0000-7000-8000-000000000081', 1, NULL, NULL, NULL);
