-- The first page. Slot: {voice} compiled filters.

-- periods by period --
-- Both periods in one pass; a customer's last NPS answer counts, and their ratings are averaged first.
WITH by_customer AS (
    SELECT
        CASE WHEN day >= CAST($split AS date) THEN 1 ELSE 0 END AS period,
        who,
        count(*) AS voices,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative,
        avg(CASE WHEN nps IS NULL THEN rating END) AS rating,
        arg_max(nps, occurred_at) FILTER (WHERE nps IS NOT NULL) AS nps
    FROM voice
    WHERE {voice} AND {customers}
    GROUP BY 1, 2
)
SELECT
    period,
    CAST(sum(voices) AS bigint) AS voices,
    count(*) AS customers,
    CAST(sum(negative) AS bigint) AS negative_customers,
    count(rating) AS rated,
    coalesce(sum(rating), 0.0) AS rating_sum,
    coalesce(sum(rating * rating), 0.0) AS rating_squares,
    count(CASE WHEN nps >= 9 THEN 1 END) AS promoters,
    count(CASE WHEN nps BETWEEN 7 AND 8 THEN 1 END) AS passives,
    count(CASE WHEN nps <= 6 THEN 1 END) AS detractors
FROM by_customer
GROUP BY period

-- weeks by week --
WITH by_customer AS (
    SELECT
        CAST(date_trunc('week', day) AS date) AS week,
        who,
        count(CASE WHEN sentiment < 0 THEN 1 END) AS negative,
        count(CASE WHEN sentiment = 0 THEN 1 END) AS neutral,
        count(CASE WHEN sentiment > 0 THEN 1 END) AS positive,
        count(CASE WHEN sentiment IS NULL THEN 1 END) AS unrated
    FROM voice
    WHERE {voice} AND {customers}
    GROUP BY 1, 2
)
SELECT
    week,
    CAST(sum(negative) AS bigint) AS negative,
    CAST(sum(neutral) AS bigint) AS neutral,
    CAST(sum(positive) AS bigint) AS positive,
    CAST(sum(unrated) AS bigint) AS unrated,
    count(*) AS customers,
    count(CASE WHEN negative > 0 THEN 1 END) AS negative_customers
FROM by_customer
GROUP BY 1

-- channels by channel --
WITH by_customer AS (
    SELECT channel, who, count(*) AS voices, max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM voice
    WHERE {voice} AND {customers}
    GROUP BY 1, 2
)
SELECT
    channel,
    CAST(sum(voices) AS bigint) AS voices,
    count(*) AS customers,
    CAST(sum(negative) AS bigint) AS negative_customers
FROM by_customer
GROUP BY 1
