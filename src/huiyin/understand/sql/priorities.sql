-- Ranking with uncertainty. Slots: {node} the aspect at the wanted level, {opinion} compiled filters.

-- severities --
-- How strongly each customer feels each issue; an issue a customer does not complain about adds nothing.
SELECT {node} AS aspect, speaker, avg(intensity) AS severity
FROM opinion
WHERE {opinion} AND sentiment < 0
GROUP BY 1, 2
ORDER BY 1, 2
