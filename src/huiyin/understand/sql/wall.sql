-- The last hours as they come in.

-- hours --
-- Voices of each hour by mood.
SELECT
    date_trunc('hour', occurred_at) AS hour,
    count(*) FILTER (sentiment IS NULL) AS unrated,
    count(*) FILTER (sentiment = 0) AS neutral,
    count(*) FILTER (sentiment < 0) AS negative,
    count(*) FILTER (sentiment > 0) AS positive
FROM voice
WHERE occurred_at > $since AND occurred_at <= $now
GROUP BY 1
ORDER BY 1

-- channels --
SELECT
    channel,
    count(*) AS voices,
    count(DISTINCT who) AS customers,
    count(DISTINCT who) FILTER (sentiment < 0) AS negative
FROM voice
WHERE occurred_at > $since AND occurred_at <= $now
GROUP BY 1
ORDER BY voices DESC, channel

-- complaints --
-- Customers who complain of each aspect in the last hours, and complaints in the weeks before, a customer once a day.
SELECT
    node.aspect,
    count(DISTINCT who) FILTER (occurred_at > $since) AS now,
    count(DISTINCT (who, day)) FILTER (occurred_at <= $since) AS before
FROM opinion JOIN node ON node.id = {node}
WHERE sentiment < 0 AND occurred_at > $memory AND occurred_at <= $now
GROUP BY 1
ORDER BY 1

-- volume --
SELECT
    count(*) FILTER (occurred_at > $since) AS now,
    count(*) FILTER (occurred_at <= $since) AS before
FROM voice
WHERE occurred_at > $memory AND occurred_at <= $now

-- sources --
-- When each source was last heard, how long voices take to arrive, and the longest of its usual silences, in seconds.
WITH heard AS (
    SELECT
        source,
        received_at,
        epoch(received_at - occurred_at) AS delay,
        epoch(received_at - lag(received_at) OVER (PARTITION BY source ORDER BY received_at)) AS gap
    FROM voice
    WHERE received_at > $memory
)
SELECT
    source,
    count(*) AS voices,
    max(received_at) AS last_at,
    quantile_cont(greatest(delay, 0), 0.5) AS delay_p50,
    quantile_cont(greatest(delay, 0), 0.95) AS delay_p95,
    coalesce(quantile_cont(gap, 0.99), 0) AS silence
FROM heard
GROUP BY 1
ORDER BY last_at DESC, source
