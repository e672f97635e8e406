-- What version 5 wrote beside the rows of version 4: the choice about a conflict. Sample data only.
INSERT INTO conflicts (decision_id, request_id, reason, how, ended_by, ended_at)
  VALUES ('01997000-0000-7000-8000-00000000005a', 'req-3', 'already-decided', 'acknowledge', 'officer-1',
    '2026-10-07T07:00:00.000Z');
-- A claim that could only be carried.
INSERT INTO set_aside (kind, id, version, why, at, line)
  VALUES ('claim', 'req-2', 1, 'unknown-kind', '2026-10-07T07:00:00.000Z', '{"cursor":"c-10","kind":"claim","id":"req-2","version":1,"body":{"requestId":"req-2","officerId":"officer-2","officerName":{"hi":"नमूना","en":"Sample"},"deviceId":"device-2","until":"2026-10-07T07:20:00.000Z"}}');
