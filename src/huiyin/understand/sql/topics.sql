-- Topics: the recent voices of a taxonomy and the opinions in them; the sample is the same every time.

-- heard --
SELECT taxonomy, count(*) AS voices FROM voice GROUP BY taxonomy

-- voices --
SELECT feedback_id, who, day, text, sentiment, product, count(*) OVER () AS population
FROM voice
WHERE taxonomy = $taxonomy AND day > (SELECT max(day) FROM voice WHERE taxonomy = $taxonomy) - CAST($days AS integer)
ORDER BY md5_number_lower(CAST(feedback_id AS varchar)), feedback_id
LIMIT CAST($most AS bigint)

-- opinions --
WITH chosen AS (
    SELECT feedback_id
    FROM voice
    WHERE taxonomy = $taxonomy AND day > (SELECT max(day) FROM voice WHERE taxonomy = $taxonomy) - CAST($days AS integer)
    ORDER BY md5_number_lower(CAST(feedback_id AS varchar)), feedback_id
    LIMIT CAST($most AS bigint)
)
SELECT feedback_id, aspect, start_offset, end_offset
FROM opinion
WHERE feedback_id IN (SELECT feedback_id FROM chosen)

-- quotes --
SELECT feedback_id, text FROM voice WHERE {ids}
