-- What signals are read from: the newest months, up to a moment.

-- voices --
SELECT
    feedback_id, taxonomy, source, channel, product, segment, region, occurred_at, day, speaker, text, sentiment
FROM voice
WHERE occurred_at >= $first AND occurred_at < $until

-- opinions --
SELECT
    feedback_id, taxonomy, channel, product, segment, region, occurred_at, day, speaker, aspect, sentiment, intensity
FROM opinion
WHERE occurred_at >= $first AND occurred_at < $until
