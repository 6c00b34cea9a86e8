-- {blob} and {serial} are filled in for SQLite and PostgreSQL (store/open.rs).
-- Moments are seconds since 1970 in UTC.

-- What must agree between this database and the program: `key` is a keyed hash of nothing.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value {blob} NOT NULL
);

-- Packs and parts of catalogues, by content hash; never changed, never deleted.
CREATE TABLE file (
    hash TEXT PRIMARY KEY,
    plain {blob} NOT NULL
);

-- What was put in force, one after the other; the last one is in force.
CREATE TABLE release (
    number {serial},
    hash TEXT NOT NULL REFERENCES file (hash),
    parts TEXT NOT NULL,
    pack_id TEXT NOT NULL,
    version TEXT NOT NULL,
    cause TEXT NOT NULL,
    note TEXT NOT NULL,
    published_at BIGINT NOT NULL
);

-- `sealed` holds name and phone number, encrypted; `last_four`, `idempotency` and `request` are
-- keyed hashes.
CREATE TABLE enquiry (
    number {serial},
    receipt TEXT NOT NULL UNIQUE,
    idempotency {blob} UNIQUE,
    request {blob} NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    district TEXT,
    course TEXT,
    programme TEXT,
    language TEXT NOT NULL,
    sealed {blob} NOT NULL,
    last_four {blob} NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    kept_until BIGINT NOT NULL
);
CREATE INDEX enquiry_kept_until ON enquiry (kept_until);

-- `sealed` holds the text, encrypted: people write names into it.
CREATE TABLE feedback (
    number {serial},
    id TEXT NOT NULL UNIQUE,
    request {blob} NOT NULL,
    kind TEXT NOT NULL,
    page TEXT NOT NULL,
    programme TEXT,
    pack_hash TEXT NOT NULL,
    sealed {blob},
    written_at TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    kept_until BIGINT NOT NULL
);
CREATE INDEX feedback_kept_until ON feedback (kept_until);

-- How often something happened on a day (counted from 1970-01-01).
CREATE TABLE counter (
    day BIGINT NOT NULL,
    event TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (day, event)
);

-- What was done on the operator's side. No personal data.
CREATE TABLE audit (
    number {serial},
    at BIGINT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL
);
