-- Opinions that the machine is unsure of, those it is least sure of first. Overall judgements carry no calibrated confidence.

-- unsure --
SELECT
    opinion.feedback_id, opinion.taxonomy, opinion.aspect, opinion.start_offset, opinion.end_offset,
    opinion.sentiment, opinion.confidence, voice.text
FROM opinion
JOIN voice ON voice.feedback_id = opinion.feedback_id
WHERE opinion.confidence < $sure
    AND opinion.day > (SELECT max(day) FROM voice) - CAST($days AS integer)
    AND opinion.aspect <> opinion.taxonomy || '.general'
    AND voice.language = 'zh'
ORDER BY opinion.confidence, opinion.feedback_id DESC, opinion.ordinal
LIMIT CAST($most AS bigint)

-- texts --
SELECT feedback_id, text FROM voice WHERE {ids}
