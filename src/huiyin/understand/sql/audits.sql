-- Random audits. Slots: {voice} compiled filters, {ids} some voices, {node} the number of the aspect at the wanted level.

-- population --
SELECT count(DISTINCT who) AS customers FROM voice WHERE {voice}

-- draw --
-- Whole customers are drawn, each with every voice, by the order of a seeded hash: equal chances, and repeatable.
WITH drawn AS (
    SELECT who, md5_number_lower(CAST(who AS varchar) || ':' || $seed) AS place
    FROM voice
    WHERE {voice}
    GROUP BY who
    ORDER BY 2, 1
    LIMIT CAST($sample_size AS bigint)
)
SELECT voice.feedback_id, voice.who
FROM voice
JOIN drawn ON drawn.who = voice.who
WHERE {voice_of_drawn}
ORDER BY drawn.place, voice.who, voice.occurred_at, voice.feedback_id

-- heard --
SELECT feedback_id, who FROM voice WHERE {voice} AND {ids}

-- marked --
SELECT feedback_id, mark
FROM (
    SELECT feedback_id, unnest(types) AS mark FROM voice WHERE {ids}
    UNION
    SELECT feedback_id, kind AS mark FROM need WHERE {ids_of_needs}
)
ORDER BY feedback_id, mark

-- said --
SELECT opinion.feedback_id, node.aspect, opinion.sentiment
FROM opinion
JOIN node ON node.id = opinion.{node}
WHERE {ids}
