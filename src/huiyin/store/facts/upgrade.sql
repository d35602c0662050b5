-- Brings a file of the first shape, which grouped by names alone, up to the one with numbers beside them.
ALTER TABLE voice ADD COLUMN who BIGINT;
ALTER TABLE opinion ADD COLUMN who BIGINT;
ALTER TABLE opinion ADD COLUMN aspect_id INTEGER;
ALTER TABLE opinion ADD COLUMN fine_id INTEGER;
ALTER TABLE opinion ADD COLUMN broad_id INTEGER;
UPDATE voice SET who = CAST(md5_number_lower(speaker) >> 1 AS BIGINT);
INSERT INTO node
SELECT row_number() OVER (ORDER BY aspect), aspect
FROM (
    SELECT aspect FROM opinion
    UNION SELECT regexp_extract(aspect, '^[^.]*([.][^.]*){0,2}', 0) FROM opinion
    UNION SELECT aspect1 FROM opinion
);
UPDATE opinion SET
    who = CAST(md5_number_lower(speaker) >> 1 AS BIGINT),
    aspect_id = (SELECT id FROM node WHERE node.aspect = opinion.aspect),
    fine_id = (SELECT id FROM node WHERE node.aspect = regexp_extract(opinion.aspect, '^[^.]*([.][^.]*){0,2}', 0)),
    broad_id = (SELECT id FROM node WHERE node.aspect = aspect1);
