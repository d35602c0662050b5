-- Groups beside each other. Slots: {group} what tells groups apart, {node} the number of the aspect at the wanted level,
-- {voice} and {opinion} compiled filters, {stratum} what the groups are standardised by, a constant for nothing.

-- heard by side, taxonomy, stratum --
SELECT {group} AS side, taxonomy, {stratum} AS stratum, count(DISTINCT who) AS customers
FROM voice
WHERE {voice} AND {customers}
GROUP BY 1, 2, 3

-- spoken by side, aspect, stratum --
-- One row per customer first: net is the mean sentiment of what each said about the aspect.
WITH by_customer AS (
    SELECT
        {group} AS side,
        {node} AS id,
        {stratum} AS stratum,
        who,
        avg(sentiment) AS net,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM opinion
    WHERE {opinion} AND {customers}
    GROUP BY 1, 2, 3, 4
),
counted AS (
    SELECT
        side,
        id,
        stratum,
        count(*) AS customers,
        CAST(sum(negative) AS bigint) AS negative_customers,
        sum(net) AS net_sum,
        sum(net * net) AS net_squares
    FROM by_customer
    GROUP BY side, id, stratum
)
SELECT node.aspect, counted.* EXCLUDE (id)
FROM counted
JOIN node ON node.id = counted.id

-- sides by side --
SELECT {group} AS side, count(DISTINCT who) AS customers
FROM voice
WHERE {voice} AND {customers} AND {group} IS NOT NULL
GROUP BY 1

-- buckets by side, period, bucket --
-- Sums over a couple of hundred random groups of customers, which a bootstrap can redraw however many customers there are.
WITH by_customer AS (
    SELECT
        {group} AS side,
        CASE WHEN day >= CAST($split AS date) THEN 1 ELSE 0 END AS period,
        who,
        avg(CASE WHEN nps IS NULL THEN rating END) AS rating,
        avg(sentiment) AS net
    FROM voice
    WHERE {voice} AND {customers}
    GROUP BY 1, 2, 3
)
SELECT
    side,
    period,
    CAST(who % $buckets AS integer) AS bucket,
    count(*) AS customers,
    count(rating) AS rated,
    coalesce(sum(rating), 0) AS rating_sum,
    count(net) AS judged,
    coalesce(sum(net), 0) AS net_sum
FROM by_customer
GROUP BY 1, 2, 3
