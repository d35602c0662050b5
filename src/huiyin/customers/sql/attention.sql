-- Who spoke of late, by customer record; words are read of those alone who are shown.

-- displeased --
SELECT customer_id, count(*) AS voices, arg_max(feedback_id, occurred_at) AS feedback_id, max(occurred_at) AS said_at
FROM voice
WHERE customer_id IS NOT NULL AND sentiment < 0 AND day > $since AND day <= $today
GROUP BY customer_id
ORDER BY said_at DESC, customer_id
LIMIT $most

-- asking, few rows --
SELECT
    customer_id,
    count(*) AS voices,
    arg_max(feedback_id, occurred_at) AS feedback_id,
    count(*) OVER () AS total
FROM voice
WHERE customer_id IS NOT NULL AND channel = 'service' AND day > $since AND day <= $today
GROUP BY customer_id
HAVING count(*) >= $least
ORDER BY voices DESC, max(occurred_at) DESC, customer_id
LIMIT $most

-- newest, few rows --
SELECT customer_id, 1 AS voices, feedback_id
FROM voice
WHERE customer_id IS NOT NULL AND day <= $today
ORDER BY occurred_at DESC, feedback_id DESC
LIMIT $most

-- words, few rows --
SELECT feedback_id, occurred_at, channel, text
FROM voice
WHERE feedback_id IN (SELECT unnest($ids))
