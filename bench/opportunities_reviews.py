"""The fifty best opportunities of real shopping reviews, kept by place to be judged by the guideline.

    python bench/opportunities_reviews.py ../shared/data show [half]     key and quotes, to read (nothing is kept)
    python bench/opportunities_reviews.py ../shared/data places [half]   the same by place, with the verdicts kept so far
    python bench/opportunities_reviews.py ../shared/data score [half]    precision of the kept verdicts

Every review is a customer of its own; a text told twice counts once. An opportunity is right where most of its first five
spans are stated needs of its kind by `labels/GUIDELINE.md` and mean the same thing. `half` is the pool: left out, the
shopping reviews of both larger files; `all`, every review there is, takeaway and restaurants too (both judged in
`bench/opportunities_reviews.jsonl`); `tuned` (every other review of the larger file) and `first` (the rest and the smaller
file): rules were mended on the one and first judged on the other, by now all of them were read. `unseen` are files that no
rule was made on (takeaway, restaurants, cosmetics, the small labelled sets), judged once, with the quotes mixed among as many
spans that were not picked: `bench/opportunities_unseen.jsonl` keeps opportunities, and the fifty surest statements.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from huiyin.analyse import labelled
from huiyin.analyse.enrichment import enrich
from huiyin.analyse.need_labels import LABELS
from huiyin.analyse.pending import SCHEMA
from huiyin.stats import wilson
from huiyin.store.facts import FactsBatch, FactsStore, Watermark
from huiyin.store.ledger import migrate, open_ledger
from huiyin.text import KernelAnalyser, available_taxonomies, load_taxonomy
from huiyin.understand import AspectNames, Context, Filters
from huiyin.understand.opportunities import Opportunity, OpportunityKind, find_opportunities

UNLABELLED = "retail/reviews_fewshot.unlabelled"
KEPT = Path(__file__).with_name("opportunities_reviews.jsonl")
JUDGED_ONCE = Path(__file__).with_name("opportunities_unseen.jsonl")
UNSEEN = {
    "restaurant/delivery_polarity.train": "restaurant",
    "restaurant/long_reviews_aspects.train": "restaurant",
    "restaurant/opinions.train": "restaurant",
    "restaurant/opinions.dev": "restaurant",
    "retail/reviews_fewshot.train": "retail",
    "retail/reviews_fewshot.dev": "retail",
    "retail/makeup_opinions.train": "retail",
}
DAY = date(2026, 6, 1)
TOP, QUOTES = 50, 5


def main(data_dir: Path, what: str, half: str | None = None) -> None:
    """Show, list by place, or score."""
    rows = [json.loads(line) for line in (JUDGED_ONCE if half == "unseen" else KEPT).read_text().splitlines()]
    if what == "score":
        for unit in dict.fromkeys(row["unit"] for row in rows):
            _score(unit, [row["verdict"] for row in rows if row["unit"] == unit])
        return
    kept = {row["key"]: row["verdict"] for row in rows if "key" in row}
    reviews = read(data_dir, half)
    for number, item in enumerate(found(reviews)):
        line: dict[str, Any] = {
            "key": item.key,
            "customers": item.customers.count,
            "verdict": kept.get(item.key),
        }
        if what == "show":
            line |= {"number": number, "words": [each.words for each in item.evidence[:QUOTES]]}
        else:
            line["places"] = [
                (*reviews[each.feedback_id][0], each.start, each.end) for each in item.evidence[:QUOTES]
            ]
        sys.stdout.write(json.dumps(line, ensure_ascii=what == "places") + "\n")


def _score(name: str, verdicts: list[str]) -> None:
    right, judged = verdicts.count("right"), sum(v != "unjudged" and v is not None for v in verdicts)
    if judged:
        share = wilson(right, judged)
        sys.stdout.write(
            f"{name}: {right} of {judged} right, {share.value:.2f} [{share.low:.2f}, {share.high:.2f}]\n"
        )


def read(data_dir: Path, half: str | None) -> list[tuple[tuple[str, int], str]]:
    """Return the place and text of every review, each text once; of the unseen ones those that no label was made of."""
    shopping = (labelled.SHOPPING, UNLABELLED)
    files = {"unseen": tuple(UNSEEN), "all": (*shopping, *UNSEEN)}.get(half or "", shopping)
    known = _labelled_rows() if half == "unseen" else set()
    places = [
        ((name, row), each["text"])
        for name in files
        for row, each in enumerate(labelled.rows(data_dir, name))
        if (name, row) not in known
    ]
    first: dict[str, tuple[str, int]] = {}
    for place, text in places:
        first.setdefault(text, place)
    if half in ("unseen", "all"):
        return [(place, text) for text, place in first.items()]
    halves = {
        text: "tuned" if place[0] == labelled.SHOPPING and place[1] % 2 == 0 else "first"
        for text, place in first.items()
    }
    return [(place, text) for text, place in first.items() if half in (None, halves[text])]


def _labelled_rows() -> set[tuple[str, int]]:
    return {
        (row["file"], row["row"])
        for name in ("sample", "extra", "more")
        for row in map(json.loads, (LABELS / f"{name}.jsonl").read_text().splitlines())
    }


def found(reviews: list[tuple[tuple[str, int], str]]) -> list[Opportunity]:
    """Return the fifty best opportunities but praise."""
    voices, opinions, needs = enrich(_rows(reviews), KernelAnalyser(), ZoneInfo("Asia/Shanghai"))
    names = AspectNames([load_taxonomy(name) for name in available_taxonomies()])
    mark = Watermark(
        voices.height, "bench@1", "", None, datetime(2026, 6, 1, tzinfo=UTC).replace(tzinfo=None)
    )
    with tempfile.TemporaryDirectory() as home:
        facts, ledger = FactsStore(Path(home) / "facts"), open_ledger(Path(home) / "ledger.sqlite3")
        migrate(ledger)
        facts.apply(FactsBatch(voices, opinions, voices["feedback_id"], mark, needs))
        with ledger.read() as connection:
            context = Context(facts, names, 30)
            window = Filters(start=DAY - timedelta(days=1), end=DAY + timedelta(days=1))
            items = find_opportunities(context, connection, window).items
        facts.close()
        ledger.close()
    return [each for each in items if each.kind is not OpportunityKind.PRAISE][:TOP]


def _rows(reviews: list[tuple[tuple[str, int], str]]) -> pl.DataFrame:
    """Return the reviews as the ledger would hand them over; a review's id is its place in the list."""
    ids = pl.Series("feedback_id", range(len(reviews)), dtype=pl.Int64)
    same = {"source": "reviews", "channel": "review"}
    at = datetime(DAY.year, DAY.month, DAY.day, 4, tzinfo=UTC)
    frame = pl.DataFrame([ids]).with_columns(
        text=pl.Series([text for _, text in reviews]),
        taxonomy=pl.Series([UNSEEN.get(place[0], "retail") for place, _ in reviews]),
        revision=pl.col("feedback_id"),
        **{name: pl.lit(value) for name, value in same.items()},
    )
    for name in ("occurred_at", "received_at"):
        frame = frame.with_columns(pl.lit(at).cast(pl.Datetime("us", "UTC")).alias(name))
    wanted = {name: kind for name, kind in SCHEMA.items() if name != "person"} | {"person_key": pl.String}
    missing = {name: kind for name, kind in wanted.items() if name not in frame.columns}
    return frame.with_columns(pl.lit(None).cast(kind).alias(name) for name, kind in missing.items())


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
