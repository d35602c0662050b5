-- Ranking with uncertainty. Slots: {node} the number of the aspect at the wanted level, {opinion} compiled filters.

-- severities --
-- How strongly each customer feels each issue; an issue a customer does not complain about adds nothing.
SELECT node.aspect, felt.who, felt.severity
FROM (
    SELECT {node} AS id, who, avg(intensity) AS severity
    FROM opinion
    WHERE {opinion} AND sentiment < 0
    GROUP BY 1, 2
) AS felt
JOIN node ON node.id = felt.id
ORDER BY 1, 2

-- complaints --
-- How often each customer repeats the same complaint: {term} is the words said about the aspect, or its own id.
WITH by_customer AS (
    SELECT aspect, {term} AS term, who, count(DISTINCT feedback_id) AS messages, avg(intensity) AS severity
    FROM opinion
    WHERE {opinion} AND sentiment < 0 AND term IS NOT NULL
    GROUP BY 1, 2, 3
)
SELECT
    aspect,
    term,
    count(*) AS customers,
    CAST(sum(messages) AS bigint) AS messages,
    avg(messages) AS messages_mean,
    var_samp(messages) AS messages_variance,
    avg(severity) AS severity_mean,
    var_samp(severity) AS severity_variance
FROM by_customer
GROUP BY aspect, term
ORDER BY messages DESC, aspect, term
