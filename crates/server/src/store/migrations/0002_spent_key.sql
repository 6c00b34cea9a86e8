-- Idempotency keys, as keyed hashes, of requests without a row that could hold them: enquiries that
-- were deleted (`request` is empty: nothing of them is left), events that were counted, releases that
-- were taken back (`outcome` is the release's number; otherwise 0).
CREATE TABLE spent_key (
    hash {blob} PRIMARY KEY,
    request {blob} NOT NULL,
    outcome BIGINT NOT NULL,
    kept_until BIGINT NOT NULL
);
CREATE INDEX spent_key_kept_until ON spent_key (kept_until);
