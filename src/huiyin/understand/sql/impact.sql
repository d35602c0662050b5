-- What goes together with complaining of one aspect. Slots: {voice} everyone heard, {opinion} negative opinions about the aspect.

-- scores --
-- Each customer's rating and last NPS answer, with whether they complained, summed over random groups of customers.
WITH complaining AS (
    SELECT DISTINCT who FROM opinion WHERE {opinion}
),
by_customer AS (
    SELECT
        who,
        avg(CASE WHEN nps IS NULL THEN rating END) AS rating,
        arg_max(nps, occurred_at) FILTER (WHERE nps IS NOT NULL) AS nps
    FROM voice
    WHERE {voice}
    GROUP BY 1
)
SELECT
    CAST(heard.who % $buckets AS integer) AS bucket,
    CASE WHEN complaining.who IS NULL THEN 0 ELSE 1 END AS complained,
    count(heard.rating) AS rated,
    coalesce(sum(heard.rating), 0) AS rating_sum,
    count(heard.nps) AS answered,
    coalesce(sum(CASE WHEN heard.nps >= 9 THEN 1 WHEN heard.nps <= 6 THEN -1 WHEN heard.nps IS NULL THEN NULL ELSE 0 END), 0)
        AS balance
FROM by_customer AS heard
LEFT JOIN complaining ON complaining.who = heard.who
GROUP BY 1, 2

-- moments --
-- When each known customer was first heard, and when they first complained of the aspect.
SELECT
    heard.customer_id,
    heard.first_heard,
    complaining.first_complaint
FROM (
    SELECT customer_id, min(occurred_at) AS first_heard
    FROM voice
    WHERE {voice} AND customer_id IS NOT NULL
    GROUP BY 1
) AS heard
LEFT JOIN (
    SELECT customer_id, min(occurred_at) AS first_complaint
    FROM opinion
    WHERE {opinion} AND customer_id IS NOT NULL
    GROUP BY 1
) AS complaining ON complaining.customer_id = heard.customer_id
