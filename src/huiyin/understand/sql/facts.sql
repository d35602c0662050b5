-- Facts about aspects. Slots: {node} the number of the aspect at the wanted level, {opinion} and {voice} compiled
-- filters. Groups are made by numbers, which get their names at the very end.

-- base --
-- Everyone who spoke: the denominator of every prevalence, in each taxonomy and altogether.
WITH by_customer AS (
    SELECT taxonomy, who, count(*) AS voices
    FROM voice
    WHERE {voice}
    GROUP BY 1, 2
)
SELECT taxonomy, count(*) AS customers, CAST(sum(voices) AS bigint) AS voices
FROM by_customer
GROUP BY 1
UNION ALL
SELECT NULL AS taxonomy, count(DISTINCT who) AS customers, CAST(coalesce(sum(voices), 0) AS bigint) AS voices
FROM by_customer

-- base_weeks --
SELECT week, count(*) AS customers
FROM (SELECT DISTINCT CAST(date_trunc('week', day) AS date) AS week, who FROM voice WHERE {voice}) AS heard
GROUP BY 1
ORDER BY 1

-- taxonomy_weeks --
SELECT taxonomy, week, count(*) AS customers
FROM (
    SELECT DISTINCT taxonomy, CAST(date_trunc('week', day) AS date) AS week, who FROM voice WHERE {voice}
) AS heard
GROUP BY 1, 2
ORDER BY 1, 2

-- aspects --
-- One row per customer first, so that nobody counts twice however often they speak.
WITH by_customer AS (
    SELECT
        {node} AS id,
        who,
        avg(CASE WHEN sentiment < 0 THEN 1.0 ELSE 0.0 END) AS negative,
        avg(CASE WHEN sentiment < 0 THEN intensity END) AS severity
    FROM opinion
    WHERE {opinion}
    GROUP BY 1, 2
),
counted AS (
    SELECT
        id,
        count(*) AS customers,
        count(severity) AS negative_customers,
        avg(negative) AS negative_mean,
        var_samp(negative) AS negative_variance,
        avg(severity) AS severity_mean,
        var_samp(severity) AS severity_variance
    FROM by_customer
    GROUP BY id
)
SELECT node.aspect, counted.* EXCLUDE (id)
FROM counted
LEFT JOIN node ON node.id = counted.id

-- messages --
WITH counted AS (
    SELECT {node} AS id, count(DISTINCT feedback_id) AS messages
    FROM opinion
    WHERE {opinion}
    GROUP BY 1
)
SELECT node.aspect, counted.messages
FROM counted
LEFT JOIN node ON node.id = counted.id

-- aspect_weeks --
-- One row per customer and week first: grouping twice is cheaper than two distinct counts per group.
WITH by_customer AS (
    SELECT
        {node} AS id,
        CAST(date_trunc('week', day) AS date) AS week,
        who,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM opinion
    WHERE {opinion}
    GROUP BY 1, 2, 3
),
counted AS (
    SELECT id, week, count(*) AS customers, CAST(sum(negative) AS bigint) AS negative
    FROM by_customer
    GROUP BY id, week
)
SELECT node.aspect, counted.week, counted.customers, counted.negative
FROM counted
LEFT JOIN node ON node.id = counted.id
ORDER BY 1, 2

-- base_groups --
SELECT
    grouping(channel) AS no_channel,
    grouping(product) AS no_product,
    grouping(segment) AS no_segment,
    coalesce(channel, product, segment) AS id,
    count(DISTINCT who) AS customers
FROM voice
WHERE {voice}
GROUP BY GROUPING SETS ((channel), (product), (segment))

-- aspect_groups --
SELECT
    grouping(channel) AS no_channel,
    grouping(product) AS no_product,
    grouping(segment) AS no_segment,
    coalesce(channel, product, segment) AS id,
    count(DISTINCT who) AS customers,
    count(DISTINCT CASE WHEN sentiment < 0 THEN who END) AS negative_customers
FROM opinion
WHERE {opinion}
GROUP BY GROUPING SETS ((channel), (product), (segment))

-- aspect_types --
SELECT type AS id, count(DISTINCT who) AS customers
FROM opinion
WHERE {opinion}
GROUP BY 1
ORDER BY 2 DESC, 1
