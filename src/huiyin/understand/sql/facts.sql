-- Facts about aspects. Slots: {node} the number of the aspect at the wanted level, {opinion} and {voice} compiled
-- filters. Groups are made by numbers, which get their names at the very end.

-- base by taxonomy --
-- Everyone who spoke: the denominator of every prevalence, in each taxonomy and altogether.
WITH by_customer AS (
    SELECT taxonomy, who, count(*) AS voices
    FROM voice
    WHERE {voice} AND {customers}
    GROUP BY 1, 2
)
SELECT taxonomy, count(*) AS customers, CAST(sum(voices) AS bigint) AS voices
FROM by_customer
GROUP BY 1
UNION ALL
SELECT NULL AS taxonomy, count(DISTINCT who) AS customers, CAST(coalesce(sum(voices), 0) AS bigint) AS voices
FROM by_customer

-- base_weeks by week --
SELECT week, count(*) AS customers
FROM (SELECT DISTINCT CAST(date_trunc('week', day) AS date) AS week, who FROM voice WHERE {voice} AND {customers}) AS heard
GROUP BY 1

-- taxonomy_weeks by taxonomy, week --
SELECT taxonomy, week, count(*) AS customers
FROM (
    SELECT DISTINCT taxonomy, CAST(date_trunc('week', day) AS date) AS week, who FROM voice WHERE {voice} AND {customers}
) AS heard
GROUP BY 1, 2

-- aspects by aspect --
-- One row per customer first, so that nobody counts twice however often they speak.
WITH by_customer AS (
    SELECT
        {node} AS id,
        who,
        avg(CASE WHEN sentiment < 0 THEN 1.0 ELSE 0.0 END) AS negative,
        avg(CASE WHEN sentiment < 0 THEN intensity END) AS severity
    FROM opinion
    WHERE {opinion} AND {customers}
    GROUP BY 1, 2
),
counted AS (
    SELECT
        id,
        count(*) AS customers,
        count(severity) AS negative_customers,
        sum(negative) AS negative_sum,
        sum(negative * negative) AS negative_squares,
        coalesce(sum(severity), 0.0) AS severity_sum,
        coalesce(sum(severity * severity), 0.0) AS severity_squares
    FROM by_customer
    GROUP BY id
)
SELECT
    node.aspect,
    counted.customers,
    counted.negative_customers,
    counted.negative_sum,
    counted.negative_squares,
    counted.severity_sum,
    counted.severity_squares
FROM counted
LEFT JOIN node ON node.id = counted.id

-- messages by aspect --
WITH counted AS (
    SELECT {node} AS id, count(DISTINCT feedback_id) AS messages
    FROM opinion
    WHERE {opinion} AND {voices}
    GROUP BY 1
)
SELECT node.aspect, counted.messages
FROM counted
LEFT JOIN node ON node.id = counted.id

-- aspect_weeks by aspect, week --
-- One row per customer and week first: grouping twice is cheaper than two distinct counts per group.
WITH by_customer AS (
    SELECT
        {node} AS id,
        CAST(date_trunc('week', day) AS date) AS week,
        who,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM opinion
    WHERE {opinion} AND {customers}
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

-- base_groups by no_channel, no_product, no_segment, id --
SELECT
    grouping(channel) AS no_channel,
    grouping(product) AS no_product,
    grouping(segment) AS no_segment,
    coalesce(channel, product, segment) AS id,
    count(DISTINCT who) AS customers
FROM voice
WHERE {voice} AND {customers}
GROUP BY GROUPING SETS ((channel), (product), (segment))

-- aspect_groups by no_channel, no_product, no_segment, id --
SELECT
    grouping(channel) AS no_channel,
    grouping(product) AS no_product,
    grouping(segment) AS no_segment,
    coalesce(channel, product, segment) AS id,
    count(DISTINCT who) AS customers,
    count(DISTINCT CASE WHEN sentiment < 0 THEN who END) AS negative_customers
FROM opinion
WHERE {opinion} AND {customers}
GROUP BY GROUPING SETS ((channel), (product), (segment))

-- aspect_types by id --
SELECT type AS id, count(DISTINCT who) AS customers
FROM opinion
WHERE {opinion} AND {customers}
GROUP BY 1
