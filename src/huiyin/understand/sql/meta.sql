-- What there is to choose from, and how fresh it is.

-- extent, few rows --
SELECT min(day) AS first_day, max(day) AS last_day, max(received_at) AS newest, count(*) AS voices FROM voice

-- watermark, few rows --
SELECT revision, newest_voice, projected_at FROM watermark

-- choices by kind, id --
SELECT kind, id, voices
FROM (
    SELECT 'product' AS kind, product AS id, count(*) AS voices FROM voice WHERE product IS NOT NULL AND {voices} GROUP BY 2
    UNION ALL
    SELECT 'segment' AS kind, segment AS id, count(*) AS voices FROM voice WHERE segment IS NOT NULL AND {voices} GROUP BY 2
    UNION ALL
    SELECT 'region' AS kind, region AS id, count(*) AS voices FROM voice WHERE region IS NOT NULL AND {voices} GROUP BY 2
) AS counted

-- sources --
SELECT source AS name, count(*) AS voices, max(received_at) AS last_at FROM voice GROUP BY 1
