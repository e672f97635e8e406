-- What version 4 wrote beside the rows of version 3: a contested decision that another one followed. Sample data only.
INSERT INTO decisions (ordinal, id, request_id, request_version, outcome, content, officer_signature, recorded_at,
  seals_at, state, answer)
  SELECT 90, '01997000-0000-7000-8000-00000000005a', request_id, request_version, outcome,
    replace(content, '01997000-0000-7000-8000-000000000003', '01997000-0000-7000-8000-00000000005a'),
    officer_signature, '2026-10-06T07:00:00.000Z', '2026-10-06T07:10:00.000Z', 'conflicted', 'already-decided'
  FROM decisions WHERE ordinal = 3;
