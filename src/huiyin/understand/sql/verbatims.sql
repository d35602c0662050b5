-- The voices behind a number. Slots: {voice} compiled filters, {after} the keyset condition.

-- total by nothing --
SELECT count(*) AS total FROM voice WHERE {voice} AND {voices}

-- page, few rows --
SELECT
    feedback_id, text, occurred_at, received_at, channel, source, product, segment, region,
    customer_id, language, types, intents, emotion, sentiment, rating
FROM voice
WHERE {voice} AND {after}
ORDER BY occurred_at DESC, feedback_id DESC
LIMIT CAST($page_size AS bigint)

-- opinions, few rows --
SELECT
    feedback_id, ordinal, aspect, polarity, sentiment, intensity, type,
    start_offset, end_offset, term, term_start, term_end, confidence
FROM opinion
WHERE {ids}
ORDER BY feedback_id, ordinal

-- needs, few rows --
SELECT feedback_id, kind, aspect, start_offset, end_offset, confidence
FROM need
WHERE {ids}
ORDER BY feedback_id, ordinal

-- recent, few rows --
SELECT feedback_id, text, occurred_at, received_at, channel, source, product, sentiment
FROM voice
ORDER BY received_at DESC, feedback_id DESC
LIMIT CAST($page_size AS bigint)

-- aspects_of, few rows --
SELECT DISTINCT feedback_id, aspect FROM opinion WHERE {ids} ORDER BY feedback_id, aspect
