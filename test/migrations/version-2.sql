-- What version 2 wrote beside the rows of version 1: sample data only.
INSERT INTO transfers (request_id, version, old_code, new_code, body)
  VALUES ('req-1', 1, 'K11034638', NULL, '{"requestId":"req-1","districtId":"jaipur","requestNo":"MR/2026/000001","oldKioskCode":"K11034638","newKioskCode":null,"fromLspId":"lsp-01","toLspId":"lsp-02","state":"waiting","failure":null,"stages":[{"stage":"approved","at":"2026-10-05T06:00:00.000Z"}],"before":null,"after":null,"oldAfter":null,"acts":[],"updatedAt":"2026-10-05T06:00:00.000Z"}');
