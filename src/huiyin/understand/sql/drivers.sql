-- What moves an outcome. Slots: {node} the number of the aspect at the wanted level, {voice} compiled filters, {outcome} a column.

-- outcomes --
SELECT feedback_id, who, taxonomy, {outcome} AS outcome
FROM voice
WHERE {voice} AND {outcome} IS NOT NULL
ORDER BY feedback_id

-- mentions --
SELECT said.feedback_id, node.aspect, said.net
FROM (
    SELECT feedback_id, {node} AS id, avg(sentiment) AS net
    FROM opinion
    WHERE feedback_id IN (SELECT feedback_id FROM voice WHERE {voice} AND {outcome} IS NOT NULL)
    GROUP BY 1, 2
) AS said
JOIN node ON node.id = said.id
ORDER BY 1, 2
