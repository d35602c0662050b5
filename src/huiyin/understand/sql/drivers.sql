-- What moves an outcome. Slots: {node} the aspect at the wanted level, {voice} compiled filters, {outcome} a column.

-- outcomes --
SELECT feedback_id, speaker, taxonomy, {outcome} AS outcome
FROM voice
WHERE {voice} AND {outcome} IS NOT NULL
ORDER BY feedback_id

-- mentions --
SELECT o.feedback_id, {node} AS aspect, avg(o.sentiment) AS net
FROM opinion AS o
WHERE o.feedback_id IN (SELECT feedback_id FROM voice WHERE {voice} AND {outcome} IS NOT NULL)
GROUP BY 1, 2
ORDER BY 1, 2
