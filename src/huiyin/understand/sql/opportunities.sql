-- What customers wish for, make do with and labour at. Slots: {need}, {voice}, {opinion} compiled filters.

-- needs --
SELECT feedback_id, taxonomy, kind, aspect, span, start_offset, end_offset, who, customer_id, product, day
FROM need
WHERE {need} AND kind IN ('expectation', 'need', 'workaround', 'effort') AND confidence >= CASE kind WHEN 'workaround' THEN $makeshift ELSE $sure END
ORDER BY feedback_id, ordinal

-- uses --
-- Texts that tell of a use nobody wrote on the box.
SELECT feedback_id, taxonomy, text, who, customer_id, product, day
FROM voice
WHERE {voice} AND language = 'zh' AND regexp_matches(text, $pattern)
ORDER BY feedback_id

-- praised --
SELECT
    node.aspect,
    count(DISTINCT who) FILTER (sentiment > 0) AS fond,
    count(DISTINCT who) AS customers
FROM (SELECT * FROM opinion WHERE {opinion}) AS opinion JOIN node ON node.id = {node}
GROUP BY 1
ORDER BY 1

-- fond_of --
SELECT feedback_id, taxonomy, term AS span, start_offset, end_offset, who, customer_id, product, day, node.aspect
FROM (SELECT * FROM opinion WHERE {opinion}) AS opinion JOIN node ON node.id = {node}
WHERE sentiment > 0
ORDER BY feedback_id, ordinal

-- first_days --
-- When each kind of need about each aspect was first stated, over all time.
SELECT kind, taxonomy, aspect, min(day) AS first_day FROM need GROUP BY 1, 2, 3 ORDER BY 1, 2, 3

-- halves --
-- Customers heard in a taxonomy before and from a day on.
SELECT
    taxonomy,
    count(DISTINCT who) FILTER (day < $middle) AS earlier,
    count(DISTINCT who) FILTER (day >= $middle) AS later
FROM voice
WHERE {voice}
GROUP BY 1
ORDER BY 1

-- named --
-- Texts that name something, with who says it.
SELECT feedback_id, taxonomy, text, who, intents, day
FROM voice
WHERE {voice} AND language = 'zh' AND regexp_matches(text, $pattern)
ORDER BY feedback_id

-- opinions_of --
SELECT feedback_id, aspect, sentiment, start_offset, end_offset
FROM opinion
WHERE {ids}
ORDER BY feedback_id, ordinal

-- movers --
-- One voice of every customer heard: the newest that moves, else the newest; per taxonomy.
SELECT
    taxonomy,
    who,
    bool_or(moves) AS moves,
    coalesce(max(feedback_id) FILTER (moves), max(feedback_id)) AS feedback_id
FROM (SELECT taxonomy, who, feedback_id, {moves} AS moves FROM voice WHERE {voice})
GROUP BY 1, 2
ORDER BY 1, 2

-- reasons --
-- What one voice of everybody says of each aspect, by mood.
WITH told AS (
    SELECT who, coalesce(max(feedback_id) FILTER (moves), max(feedback_id)) AS feedback_id, bool_or(moves) AS moves
    FROM (SELECT who, feedback_id, {moves} AS moves FROM voice WHERE {voice} AND taxonomy = $taxonomy)
    GROUP BY who
)
SELECT
    node.aspect,
    count(DISTINCT told.who) FILTER (told.moves) AS movers,
    count(DISTINCT told.who) FILTER (NOT told.moves) AS others
FROM told
JOIN opinion ON opinion.feedback_id = told.feedback_id AND opinion.sentiment = $sentiment
JOIN node ON node.id = {node}
GROUP BY 1
ORDER BY 1

-- told_reasons --
-- The clauses in which those voices say it.
SELECT opinion.feedback_id, node.aspect, opinion.start_offset, opinion.end_offset, voice.text, voice.who,
       voice.customer_id, voice.product, voice.day
FROM opinion
JOIN node ON node.id = {node}
JOIN voice ON voice.feedback_id = opinion.feedback_id
WHERE opinion.feedback_id IN (SELECT unnest($ids)) AND opinion.sentiment = $sentiment
ORDER BY voice.day DESC, opinion.feedback_id DESC, opinion.ordinal

-- texts_of --
SELECT feedback_id, who, text FROM voice WHERE feedback_id IN (SELECT unnest($ids)) ORDER BY feedback_id
