-- Any two dimensions crossed. Slots: {row} and {column} expressions of ours, {table} voice or opinion, {where} filters.

-- cells by row_id, column_id --
WITH by_customer AS (
    SELECT {row} AS row_id, {column} AS column_id, who, max(CASE WHEN sentiment < 0 THEN 1 ELSE 0 END) AS negative
    FROM {table}
    WHERE {where} AND {customers}
    GROUP BY 1, 2, 3
)
SELECT
    CAST(row_id AS varchar) AS row_id,
    CAST(column_id AS varchar) AS column_id,
    count(*) AS customers,
    CAST(sum(negative) AS bigint) AS negative_customers
FROM by_customer
WHERE row_id IS NOT NULL AND column_id IS NOT NULL
GROUP BY 1, 2

-- totals by id --
SELECT CAST({column} AS varchar) AS id, count(DISTINCT who) AS customers
FROM {table}
WHERE {where} AND {customers} AND {column} IS NOT NULL
GROUP BY 1
