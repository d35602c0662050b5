-- What all customers said, to be joined with who they are.

-- voices --
SELECT feedback_id, customer_id, speaker, channel, sentiment
FROM voice
WHERE day BETWEEN $start AND $end

-- problems --
SELECT DISTINCT feedback_id, aspect
FROM opinion
WHERE sentiment < 0 AND day BETWEEN $start AND $end

-- heard_last --
SELECT customer_id, max(day) AS day
FROM voice
WHERE customer_id IS NOT NULL
GROUP BY customer_id

-- moods --
SELECT customer_id, day, channel, sentiment, rating, nps, list_contains(intents, 'churn_intent') AS leaving
FROM voice
WHERE customer_id IS NOT NULL

-- first_day, few rows --
SELECT min(day) AS day
FROM voice
