-- What version 7 wrote beside the rows of version 6: sample data only.
INSERT INTO local_scans (id, request_id, hash, size, mime, pages, body, ended_by, ended_at)
  VALUES ('01997000-0000-7000-8000-000000000071', 'req-4', '7777777777777777777777777777777777777777777777777777777777777777', 200, 'image/png', 1,
    '{"id":"01997000-0000-7000-8000-000000000071","requestId":"req-4","documentId":"item:pan","kind":"pan","scan":{"hash":"7777777777777777777777777777777777777777777777777777777777777777","size":200,"mime":"image/png","pages":1},"source":"picker","by":"officer-1","at":"2026-10-05T07:00:00.000Z"}', NULL, NULL);
INSERT INTO local_scans (id, request_id, hash, size, mime, pages, body, ended_by, ended_at)
  VALUES ('01997000-0000-7000-8000-000000000072', 'req-4', '8888888888888888888888888888888888888888888888888888888888888888', 200, 'image/png', 1,
    '{"id":"01997000-0000-7000-8000-000000000072","requestId":"req-4","documentId":"item:pan","kind":"pan","scan":{"hash":"8888888888888888888888888888888888888888888888888888888888888888","size":200,"mime":"image/png","pages":1},"source":"picker","by":"officer-1","at":"2026-10-05T07:00:00.000Z"}', 'officer-1', '2026-10-05T08:00:00.000Z');
INSERT INTO traffic (hour, received, sent) VALUES ('2026-10-05T12', 1000, 2000);
