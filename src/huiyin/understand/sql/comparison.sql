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
SELECT
    node.aspect,
    counted.side,
    counted.stratum,
    counted.customers,
    counted.negative_customers,
    counted.net_sum,
    counted.net_squares
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

-- heard_by_both by taxonomy, side, stratum, other_side, other_stratum --
-- Who is heard in two cells counts in both; every pair of cells is told in both orders.
WITH once AS (
    SELECT DISTINCT taxonomy, who, {group} AS side, {stratum} AS stratum
    FROM voice
    WHERE {voice} AND {customers}
)
SELECT
    here.taxonomy,
    here.side,
    here.stratum,
    there.side AS other_side,
    there.stratum AS other_stratum,
    count(*) AS customers
FROM once AS here
JOIN once AS there
    ON there.who = here.who AND there.taxonomy = here.taxonomy
    AND (there.side <> here.side OR there.stratum <> here.stratum)
GROUP BY 1, 2, 3, 4, 5

-- spoken_by_both by aspect, side, stratum, other_side, other_stratum --
-- What those heard in two cells said in the first of them, and in both.
WITH once AS (
    SELECT DISTINCT taxonomy, who, {group} AS side, {stratum} AS stratum
    FROM voice
    WHERE {voice} AND {customers}
),
several AS (
    SELECT taxonomy, who FROM once GROUP BY 1, 2 HAVING count(*) > 1
),
said AS (
    SELECT
        taxonomy,
        {group} AS side,
        {stratum} AS stratum,
        {node} AS id,
        who,
        avg(sentiment) AS net,
        max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM opinion
    WHERE {opinion} AND {customers} AND who IN (SELECT who FROM several)
    GROUP BY 1, 2, 3, 4, 5
)
SELECT
    node.aspect,
    here.side,
    here.stratum,
    there.side AS other_side,
    there.stratum AS other_stratum,
    CAST(sum(here.negative) AS bigint) AS unhappy,
    CAST(coalesce(sum(here.negative * also.negative), 0) AS bigint) AS both_unhappy,
    count(also.who) AS speakers,
    coalesce(sum(CASE WHEN also.who IS NOT NULL THEN here.net END), 0.0) AS net_sum,
    coalesce(sum(here.net * also.net), 0.0) AS net_products
FROM said AS here
JOIN once AS there
    ON there.who = here.who AND there.taxonomy = here.taxonomy
    AND (there.side <> here.side OR there.stratum <> here.stratum)
LEFT JOIN said AS also
    ON also.who = here.who AND also.id = here.id AND also.side = there.side AND also.stratum = there.stratum
JOIN node ON node.id = here.id
GROUP BY 1, 2, 3, 4, 5
