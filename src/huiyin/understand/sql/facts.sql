-- Facts about aspects. Slots: {node} the aspect at the wanted level, {opinion} and {voice} compiled filters.

-- base --
-- Everyone who spoke: the denominator of every prevalence.
SELECT count(DISTINCT speaker) AS customers, count(*) AS voices
FROM voice
WHERE {voice}

-- base_weeks --
SELECT CAST(date_trunc('week', day) AS date) AS week, count(DISTINCT speaker) AS customers
FROM voice
WHERE {voice}
GROUP BY 1
ORDER BY 1

-- aspects --
-- One row per speaker first, so that nobody counts twice however often they speak.
WITH by_speaker AS (
    SELECT
        {node} AS aspect,
        speaker,
        avg(CASE WHEN sentiment < 0 THEN 1.0 ELSE 0.0 END) AS negative,
        avg(CASE WHEN sentiment < 0 THEN intensity END) AS severity
    FROM opinion
    WHERE {opinion}
    GROUP BY 1, 2
)
SELECT
    aspect,
    count(*) AS customers,
    count(severity) AS negative_customers,
    avg(negative) AS negative_mean,
    var_samp(negative) AS negative_variance,
    avg(severity) AS severity_mean,
    var_samp(severity) AS severity_variance
FROM by_speaker
GROUP BY aspect

-- messages --
SELECT {node} AS aspect, count(DISTINCT feedback_id) AS messages
FROM opinion
WHERE {opinion}
GROUP BY 1

-- aspect_weeks --
-- One row per speaker and week first: grouping twice is cheaper than two distinct counts per group.
WITH by_speaker AS (
    SELECT
        {node} AS aspect,
        CAST(date_trunc('week', day) AS date) AS week,
        speaker,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM opinion
    WHERE {opinion}
    GROUP BY 1, 2, 3
)
SELECT aspect, week, count(*) AS customers, CAST(sum(negative) AS bigint) AS negative
FROM by_speaker
GROUP BY aspect, week
ORDER BY aspect, week

-- base_groups --
SELECT
    grouping(channel) AS no_channel,
    grouping(product) AS no_product,
    grouping(segment) AS no_segment,
    coalesce(channel, product, segment) AS id,
    count(DISTINCT speaker) AS customers
FROM voice
WHERE {voice}
GROUP BY GROUPING SETS ((channel), (product), (segment))

-- aspect_groups --
SELECT
    grouping(channel) AS no_channel,
    grouping(product) AS no_product,
    grouping(segment) AS no_segment,
    coalesce(channel, product, segment) AS id,
    count(DISTINCT speaker) AS customers,
    count(DISTINCT CASE WHEN sentiment < 0 THEN speaker END) AS negative_customers
FROM opinion
WHERE {opinion}
GROUP BY GROUPING SETS ((channel), (product), (segment))

-- aspect_types --
SELECT type AS id, count(DISTINCT speaker) AS customers
FROM opinion
WHERE {opinion}
GROUP BY 1
ORDER BY 2 DESC, 1
