-- The facts store: a projection of the ledger, one row per voice, one per opinion, one per need.
-- Counting distinct customers per aspect groups by numbers: `who` is 63 bits of the speaker's MD5, and the
-- `_id` columns name rows of `node`. Grouping by the names themselves costs three times as much.
CREATE TABLE IF NOT EXISTS voice (
    feedback_id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    taxonomy VARCHAR NOT NULL,
    product VARCHAR,
    segment VARCHAR,
    region VARCHAR,
    occurred_at TIMESTAMP NOT NULL,
    day DATE NOT NULL,
    received_at TIMESTAMP NOT NULL,
    rating DOUBLE,
    nps SMALLINT,
    speaker VARCHAR NOT NULL,
    who BIGINT,
    customer_id BIGINT,
    language VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    types VARCHAR[] NOT NULL,
    intents VARCHAR[],
    emotion VARCHAR,
    sentiment TINYINT,
    opinions INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS opinion (
    feedback_id BIGINT NOT NULL,
    ordinal SMALLINT NOT NULL,
    source VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    taxonomy VARCHAR NOT NULL,
    product VARCHAR,
    segment VARCHAR,
    region VARCHAR,
    occurred_at TIMESTAMP NOT NULL,
    day DATE NOT NULL,
    speaker VARCHAR NOT NULL,
    who BIGINT,
    customer_id BIGINT,
    aspect VARCHAR NOT NULL,
    aspect1 VARCHAR NOT NULL,
    aspect_id INTEGER,
    fine_id INTEGER,
    broad_id INTEGER,
    polarity DOUBLE NOT NULL,
    sentiment TINYINT NOT NULL,
    intensity DOUBLE NOT NULL,
    type VARCHAR NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    term VARCHAR,
    term_start INTEGER,
    term_end INTEGER,
    confidence DOUBLE NOT NULL
);
CREATE TABLE IF NOT EXISTS need (
    feedback_id BIGINT NOT NULL,
    ordinal SMALLINT NOT NULL,
    source VARCHAR NOT NULL,
    channel VARCHAR NOT NULL,
    taxonomy VARCHAR NOT NULL,
    product VARCHAR,
    segment VARCHAR,
    region VARCHAR,
    occurred_at TIMESTAMP NOT NULL,
    day DATE NOT NULL,
    speaker VARCHAR NOT NULL,
    who BIGINT,
    customer_id BIGINT,
    kind VARCHAR NOT NULL,
    aspect VARCHAR,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    span VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL
);
CREATE TABLE IF NOT EXISTS node (
    id INTEGER NOT NULL,
    aspect VARCHAR NOT NULL
);
CREATE TABLE IF NOT EXISTS watermark (
    revision BIGINT NOT NULL,
    analyser VARCHAR NOT NULL,
    taxonomies VARCHAR NOT NULL,
    newest_voice TIMESTAMP,
    projected_at TIMESTAMP NOT NULL
);
