-- The first page. Slot: {voice} compiled filters.

-- periods --
-- Both periods in one pass; a customer's last NPS answer counts, and their ratings are averaged first.
WITH by_speaker AS (
    SELECT
        CASE WHEN day >= CAST($split AS date) THEN 1 ELSE 0 END AS period,
        speaker,
        count(*) AS voices,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative,
        avg(CASE WHEN nps IS NULL THEN rating END) AS rating,
        arg_max(nps, occurred_at) FILTER (WHERE nps IS NOT NULL) AS nps
    FROM voice
    WHERE {voice}
    GROUP BY 1, 2
)
SELECT
    period,
    CAST(sum(voices) AS bigint) AS voices,
    count(*) AS customers,
    CAST(sum(negative) AS bigint) AS negative_customers,
    count(rating) AS rated,
    avg(rating) AS rating_mean,
    var_samp(rating) AS rating_variance,
    count(CASE WHEN nps >= 9 THEN 1 END) AS promoters,
    count(CASE WHEN nps BETWEEN 7 AND 8 THEN 1 END) AS passives,
    count(CASE WHEN nps <= 6 THEN 1 END) AS detractors
FROM by_speaker
GROUP BY period

-- weeks --
SELECT
    CAST(date_trunc('week', day) AS date) AS week,
    count(CASE WHEN sentiment < 0 THEN 1 END) AS negative,
    count(CASE WHEN sentiment = 0 THEN 1 END) AS neutral,
    count(CASE WHEN sentiment > 0 THEN 1 END) AS positive,
    count(CASE WHEN sentiment IS NULL THEN 1 END) AS unrated,
    count(DISTINCT speaker) AS customers,
    count(DISTINCT CASE WHEN sentiment < 0 THEN speaker END) AS negative_customers
FROM voice
WHERE {voice}
GROUP BY 1
ORDER BY 1

-- channels --
SELECT
    channel,
    count(*) AS voices,
    count(DISTINCT speaker) AS customers,
    count(DISTINCT CASE WHEN sentiment < 0 THEN speaker END) AS negative_customers
FROM voice
WHERE {voice}
GROUP BY 1
ORDER BY 2 DESC, 1
