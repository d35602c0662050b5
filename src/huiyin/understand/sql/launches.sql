-- voices --
SELECT v.feedback_id, v.speaker, v.customer_id, v.occurred_at, v.channel, v.source, v.text, v.sentiment,
       EXISTS (
           SELECT 1 FROM opinion o
           WHERE o.feedback_id = v.feedback_id AND o.sentiment <> 0 AND o.aspect1 NOT LIKE '%.general'
       ) AS judged
FROM voice v
WHERE v.occurred_at BETWEEN $start AND $until
  AND ((NOT $worded AND v.product = $product)
       OR ($worded AND list_bool_or(list_transform($terms, lambda term: contains(v.text, term)))))
ORDER BY v.occurred_at, v.feedback_id

-- opinions --
SELECT feedback_id, speaker, array_to_string(list_slice(string_split(aspect, '.'), 1, 3), '.') AS aspect,
       max(CASE WHEN sentiment > 0 THEN 1 ELSE 0 END) AS good, max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS bad
FROM opinion
WHERE feedback_id IN (SELECT unnest($ids)) AND aspect1 NOT LIKE '%.general'
GROUP BY 1, 2, 3

-- rival --
SELECT feedback_id, speaker, customer_id, text,
       EXISTS (
           SELECT 1 FROM opinion o
           WHERE o.feedback_id = v.feedback_id AND o.sentiment <> 0 AND o.aspect1 NOT LIKE '%.general'
       ) AS judged
FROM voice v
WHERE product = $product AND occurred_at BETWEEN $start AND $until
ORDER BY occurred_at, feedback_id

-- newcomers --
SELECT product, min(occurred_at) AS starts_at, count(DISTINCT speaker) AS people, count(*) AS voices
FROM voice WHERE product IS NOT NULL
GROUP BY product
HAVING min(occurred_at) >= $since AND count(DISTINCT speaker) >= $enough
ORDER BY people DESC, product

-- oldest --
SELECT min(occurred_at) AS oldest FROM voice
