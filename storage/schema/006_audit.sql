-- Who did what with which study, and when: appended, never changed.

-- The name of a study in the log: random, so that it says nothing of the patient, and unlike an id
-- never used again for another study.
ALTER TABLE studies ADD COLUMN audit_key TEXT NOT NULL DEFAULT '';
UPDATE studies SET audit_key = lower(hex(randomblob(16)));
CREATE TRIGGER studies_audit_key AFTER INSERT ON studies
BEGIN UPDATE studies SET audit_key = lower(hex(randomblob(16))) WHERE id = NEW.id; END;

CREATE TABLE audit_log (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- Without gaps.
    at      TEXT NOT NULL,                     -- UTC, "YYYY-MM-DDTHH:MM:SS.mmmZ".
    action  TEXT NOT NULL,
    study   TEXT NOT NULL,                     -- studies.audit_key; empty: no single study.
    user    TEXT NOT NULL,                     -- Of the operating system.
    details TEXT NOT NULL,                     -- A code of the program's, never what a person typed.
    -- SHA-256 of the previous row's hash and this row (AuditRecord.h).
    hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_log_by_time ON audit_log (at);
CREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
CREATE TRIGGER audit_log_unchanged BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
-- REPLACE would remove an entry without asking the trigger above.
CREATE TRIGGER audit_log_appended BEFORE INSERT ON audit_log
WHEN NEW.id <= (SELECT COALESCE(MAX(id), 0) FROM audit_log)
BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;
