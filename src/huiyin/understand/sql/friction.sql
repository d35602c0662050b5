-- What known customers say. Slots: {node} the number of the aspect at the wanted level, {voice} and {opinion} compiled filters.

-- complaints --
SELECT DISTINCT node.aspect, said.customer_id
FROM (
    SELECT {node} AS id, customer_id
    FROM opinion
    WHERE {opinion} AND sentiment < 0 AND customer_id IS NOT NULL
) AS said
JOIN node ON node.id = said.id

-- heard --
SELECT DISTINCT customer_id FROM voice WHERE {voice} AND customer_id IS NOT NULL
