-- What one person said, by the ids of their voices.

-- voices --
SELECT feedback_id, occurred_at, day, channel, source, product, text, types, sentiment
FROM voice
WHERE feedback_id IN (SELECT unnest($ids))
ORDER BY occurred_at DESC

-- opinions --
SELECT feedback_id, aspect, sentiment, type
FROM opinion
WHERE feedback_id IN (SELECT unnest($ids))

-- needs, few rows --
SELECT feedback_id, kind, span, aspect, day
FROM need
WHERE feedback_id IN (SELECT unnest($ids))
ORDER BY day DESC, feedback_id DESC, ordinal
LIMIT 30

-- whole_opinions --
-- All that was read from their words, to hand over to them.
SELECT feedback_id, aspect, sentiment, polarity, intensity, type, start_offset, end_offset, term
FROM opinion
WHERE feedback_id IN (SELECT unnest($ids))
ORDER BY feedback_id, ordinal
