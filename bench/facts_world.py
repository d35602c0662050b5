"""A synthetic facts store of any size: seeded, made inside DuckDB, with the shapes of real feedback."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from pathlib import Path

import polars as pl

from huiyin.store.facts.generation import Generation
from huiyin.store.facts.store import WHO
from huiyin.text import load_taxonomy

LAST_DAY = date(2026, 11, 21)
DAYS = 1095
OPINIONS_PER_VOICE = 1.4
STEP = 1_000_000
CHANNELS = ("review", "social", "service", "survey", "nps", "interview")
PRODUCTS = tuple(f"回音 {letter}" for letter in "ABCDEFGHIJKL")
SEGMENTS = ("家庭", "年轻白领", "商务", "网约车", "新手")
REGIONS = ("华东", "华南", "华北", "西南", "华中", "东北")
_WHAT = (
    "空调",
    "座椅",
    "导航",
    "车机",
    "油耗",
    "刹车",
    "隔音",
    "后备箱",
    "大灯",
    "客服",
    "快递",
    "包装",
    "价格",
    "面料",
)
_HOW = (
    "有异味",
    "很舒服",
    "经常卡顿",
    "反应慢",
    "比上一代好",
    "噪音大",
    "让人放心",
    "不太满意",
    "超出预期",
    "还需要改进",
)
_WHEN = (
    "上周末跑长途的时候",
    "刚提车一个月",
    "送去保养之后",
    "冬天早上",
    "开了两万公里",
    "家里老人坐的时候",
    "下雨天",
)


def texts(count: int, seed: int) -> list[str]:
    """Return short Chinese remarks of thirty to sixty characters."""
    rng = random.Random(seed)  # noqa: S311
    return [
        f"{rng.choice(_WHEN)}发现{rng.choice(_WHAT)}{rng.choice(_HOW)}，另外{rng.choice(_WHAT)}{rng.choice(_HOW)}，"
        f"第{rng.randrange(9999)}次反馈了，希望{rng.choice(_WHAT)}能再用心一点"
        for _ in range(count)
    ]


def fill(path: Path, opinions: int, *, seed: int = 1) -> int:
    """Write a facts file with about `opinions` opinions over three years; return the number of voices."""
    voices = int(opinions / OPINIONS_PER_VOICE)
    generation = Generation(path)
    connection = generation.connection
    connection.execute("SET threads = 2")
    connection.register("pool_frame", pl.DataFrame({"text": texts(20_000, seed)}).with_row_index("place"))
    connection.register("aspect_frame", _aspects())
    connection.execute("CREATE TEMP TABLE pool AS SELECT * FROM pool_frame")
    connection.execute(
        "INSERT INTO main.node SELECT row_number() OVER (ORDER BY a), a FROM "
        "(SELECT DISTINCT unnest([aspect, fine, aspect1]) AS a FROM aspect_frame)"
    )
    connection.execute(
        "CREATE TEMP TABLE chosen_node AS SELECT f.*, a.id AS aspect_id, b.id AS fine_id, c.id AS broad_id "
        "FROM aspect_frame AS f JOIN main.node AS a ON a.aspect = f.aspect "
        "JOIN main.node AS b ON b.aspect = f.fine JOIN main.node AS c ON c.aspect = f.aspect1"
    )
    for start in range(0, voices, STEP):
        _fill_part(generation, start, min(start + STEP, voices), voices, seed)
    now = datetime(2026, 11, 22, 4, 0)  # noqa: DTZ001 the facts store keeps naive UTC
    connection.execute("INSERT INTO watermark VALUES (?, 'bench@1', 'bench@1', ?, ?)", [voices, now, now])
    connection.execute("CHECKPOINT")
    generation.close()
    return voices


def multiply(source: Path, target: Path, times: int) -> None:
    """Write `times` copies of a world into one: the same days and words, each copy with customers of its own."""
    generation = Generation(target)
    connection = generation.connection
    connection.execute("SET threads = 2")
    connection.execute(f"ATTACH '{source}' AS made (READ_ONLY)")
    connection.execute("INSERT INTO node SELECT * FROM made.node")
    last = connection.execute("SELECT max(feedback_id) FROM made.voice").fetchall()[0][0]
    for start in range(0, last + 1, STEP // times):
        for table in ("voice", "opinion"):
            connection.execute(_COPIES.format(table=table, times=times), [start, start + STEP // times])
    connection.execute("INSERT INTO watermark SELECT * FROM made.watermark")
    connection.execute("UPDATE watermark SET revision = revision * ?", [times])
    connection.execute("CHECKPOINT")
    generation.close()


_COPIES = """
INSERT INTO {table} BY NAME
SELECT * EXCLUDE (copy) REPLACE (
    feedback_id * {times} + copy AS feedback_id,
    customer_id * {times} + copy AS customer_id,
    speaker || '/' || copy AS speaker,
    CAST(hash(who, copy) >> 1 AS BIGINT) AS who
)
FROM made.{table}, (SELECT range AS copy FROM range({times}))
WHERE feedback_id >= ? AND feedback_id < ?
"""


def _aspects() -> pl.DataFrame:
    rows = [
        (name, node.id, ".".join(node.id.split(".")[:2]), ".".join(node.id.split(".")[:3]))
        for name in ("automotive", "retail")
        for node in load_taxonomy(name).nodes
        if node.level >= 2
    ]
    frame = pl.DataFrame(rows, schema=["taxonomy", "aspect", "aspect1", "fine"], orient="row")
    return frame.with_columns(place=pl.int_range(pl.len()).over("taxonomy"), size=pl.len().over("taxonomy"))


def _fill_part(generation: Generation, start: int, end: int, total: int, seed: int) -> None:
    connection = generation.connection
    first = datetime.combine(LAST_DAY - timedelta(days=DAYS - 1), datetime.min.time())
    connection.execute(
        _VOICES,
        {
            "seed": seed, "start": start, "end": end, "total": total, "first": first, "seconds": DAYS * 86400 - 1,
            "channels": list(CHANNELS), "products": list(PRODUCTS), "segments": list(SEGMENTS),
            "regions": list(REGIONS),
        },
    )  # fmt: skip
    connection.execute(f"INSERT INTO voice BY NAME SELECT *, {WHO} AS who FROM part")  # noqa: S608
    connection.execute(_OPINIONS, {"seed": seed})


_VOICES = """
CREATE OR REPLACE TEMP TABLE part AS
WITH base AS (
    SELECT
        v,
        hash(v * 31 + $seed) AS h,
        hash(v * 37 + $seed + 7) AS g,
        CAST($first AS TIMESTAMP) + to_seconds(CAST(floor(v * 1.0 / $total * $seconds) AS BIGINT)) AS moment
    FROM range($start, $end) AS r(v)
),
people AS (
    SELECT *, CAST(CASE WHEN h % 10 < 7 THEN g % (CAST($total AS UBIGINT) // 8 + 1) END AS BIGINT) AS customer
    FROM base
)
SELECT
    v + 1 AS feedback_id,
    v + 1 AS revision,
    's-' || ($channels)[CAST(h // 16 % 6 AS INTEGER) + 1] || (g % 4) AS source,
    ($channels)[CAST(h // 16 % 6 AS INTEGER) + 1] AS channel,
    CASE WHEN g % 5 < 3 THEN 'automotive' ELSE 'retail' END AS taxonomy,
    ($products)[CAST(g // 32 % 12 AS INTEGER) + 1] AS product,
    CASE WHEN customer IS NOT NULL THEN ($segments)[CAST(customer % 5 AS INTEGER) + 1] END AS segment,
    CASE WHEN customer IS NOT NULL THEN ($regions)[CAST(customer // 5 % 6 AS INTEGER) + 1] END AS region,
    moment AS occurred_at,
    CAST(moment AS DATE) AS day,
    moment AS received_at,
    CASE WHEN h % 3 > 0 THEN (1 + h // 64 % 5) / 5.0 END AS rating,
    CAST(CASE WHEN h // 16 % 6 = 4 THEN h // 64 % 11 END AS SMALLINT) AS nps,
    CASE
        WHEN customer IS NOT NULL THEN 'c:' || customer
        WHEN h % 10 < 9 THEN 'a:s-' || (g % 24) || ':用户' || (g // 8 % (CAST($total AS UBIGINT) // 6 + 1))
        ELSE 'f:' || (v + 1)
    END AS speaker,
    customer AS customer_id,
    'zh' AS language,
    p.text AS text,
    [CASE WHEN h % 4 = 0 THEN 'complaint' WHEN h % 4 = 1 THEN 'praise' ELSE 'statement' END] AS types,
    CAST(CAST(h // 128 % 3 AS INTEGER) - 1 AS TINYINT) AS sentiment,
    CASE WHEN h // 512 % 10 < 4 THEN 2 ELSE 1 END AS opinions
FROM people JOIN pool AS p ON p.place = CAST(h // 1024 % 20000 AS INTEGER)
ORDER BY feedback_id
"""

_OPINIONS = f"""
INSERT INTO opinion BY NAME
WITH said AS (
    SELECT part.*, o.ordinal, hash(feedback_id * 41 + o.ordinal + $seed) AS k
    FROM part JOIN range(2) AS o(ordinal) ON o.ordinal < part.opinions
),
chosen AS (
    SELECT *, CAST(floor(power((k % 100000) / 100000.0, 2) * (CASE taxonomy WHEN 'automotive'
        THEN (SELECT any_value(size) FROM chosen_node WHERE taxonomy = 'automotive')
        ELSE (SELECT any_value(size) FROM chosen_node WHERE taxonomy = 'retail') END)) AS BIGINT) AS pick
    FROM said
)
SELECT
    feedback_id, CAST(ordinal AS SMALLINT) AS ordinal, source, channel, c.taxonomy, product, segment, region,
    occurred_at, day, speaker, customer_id, n.aspect, n.aspect1,
    (CAST(k // 128 % 3 AS INTEGER) - 1) * 0.7 AS polarity,
    CAST(CAST(k // 128 % 3 AS INTEGER) - 1 AS TINYINT) AS sentiment,
    0.2 + (k // 1024 % 60) / 100.0 AS intensity,
    CASE WHEN k // 128 % 3 = 0 THEN 'complaint' WHEN k // 128 % 3 = 2 THEN 'praise' ELSE 'statement' END AS type,
    0 AS start_offset, 12 AS end_offset, substr(text, 1, 2) AS term, 0 AS term_start, 2 AS term_end,
    0.8 AS confidence, {WHO} AS who, n.aspect_id, n.fine_id, n.broad_id
FROM chosen AS c JOIN chosen_node AS n ON n.taxonomy = c.taxonomy AND n.place = c.pick
ORDER BY feedback_id, ordinal
"""  # noqa: S608
