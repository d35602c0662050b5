"""Topics: the same ones twice, the same names with a tenth more, and hidden aspects found again.

    python bench/topics.py ../shared/data [--voices 10000]

Stability: shopping reviews of nine kinds of goods, read with the retail taxonomy, which has no place for books or
computers. Hidden aspects: each labelled forum aspect in turn is taken out of the automotive taxonomy; it counts as
found when one of the ten largest topics speaks of it in at least 60 % of its voices and twice as often as the forum.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from huiyin.analyse import labelled
from huiyin.analyse.guidelines import FORUM_GUIDELINE
from huiyin.text import KernelAnalyser, Taxonomy, load_taxonomy, parse_taxonomy
from huiyin.text.editing import packaged_document, retire_aspect
from huiyin.text.topics import Clause, Discovery, KnownTopic, discover, leftovers

LARGEST = 10
PRECISION, LIFT = 0.6, 2.0


def clauses_of(texts: Sequence[str], taxonomy: Taxonomy) -> list[Clause]:
    """Return the clauses that the taxonomy does not cover; every text is a customer."""
    opinions = KernelAnalyser().analyze_batch(texts, taxonomy).opinions
    left = leftovers(texts, opinions, taxonomy)
    return [Clause(words, int(at), int(at)) for words, at in zip(left.words, left.text, strict=True)]


def words_of(taxonomy: Taxonomy) -> set[str]:
    """Return the taxonomy's own words."""
    return {
        w for node in taxonomy.nodes for w in (*node.seeds, *node.implied, *node.positive, *node.negative)
    }


def remembered(found: Discovery) -> list[KnownTopic]:
    """Return what the ledger would remember."""
    return [KnownTopic(at, topic.name, topic.profile) for at, topic in enumerate(found.topics)]


def stability(data: Path, voices: int) -> None:
    """Print what happens to the names."""
    rows = list(labelled.rows(data, labelled.SHOPPING))
    chosen = np.random.default_rng(0).choice(len(rows), voices + voices // 10, replace=False)
    tree = load_taxonomy("retail")
    taken = words_of(tree)
    texts = [rows[i]["text"] for i in chosen]
    first, more = clauses_of(texts[:voices], tree), clauses_of(texts, tree)
    begun = time.process_time()
    found = discover(first, taken=taken)
    seconds = time.process_time() - begun
    names = [topic.name for topic in found.topics]
    kinds = [Counter(rows[chosen[first[p].key]]["category"] for p in topic.clauses) for topic in found.topics]
    purity = np.mean([each.most_common(1)[0][1] / each.total() for each in kinds])
    print(f"{voices} reviews, {len(first)} clauses outside, {len(names)} topics, {seconds:.1f} s of one core")
    print(
        f"share of clauses in a topic {1 - found.unassigned / found.clauses:.3f}; mean purity by kind of goods {purity:.3f}"
    )
    print(f"same clauses again, without memory: identical {discover(first, taken=taken) == found}")
    again = discover(first, remembered(found), taken=taken)
    print(f"same clauses again, with memory: names identical {[t.name for t in again.topics] == names}")
    grown = discover(more, remembered(found), taken=taken)
    kept = {topic.name for topic in grown.topics}
    print(
        f"10 % more, with memory: {len(kept & set(names))} of {len(names)} names kept, {len(kept - set(names))} new"
    )
    cold = {topic.name for topic in discover(more, taken=taken).topics}
    print(f"10 % more, without memory: {len(cold & set(names))} of {len(names)} names kept")


def hidden(data: Path) -> None:
    """Print one line per aspect that was taken out."""
    labels: dict[str, set[str]] = {}
    for row in labelled.rows(data, labelled.FORUM):
        labels.setdefault(row["text"], set()).update(each["aspect"] for each in row["opinions"])
    texts = list(labels)
    hits = 0
    for label, home in FORUM_GUIDELINE.homes.items():
        tree = parse_taxonomy(retire_aspect(packaged_document("automotive"), home).document)
        found = discover(clauses_of(texts, tree), taken=words_of(tree))
        base = sum(label in each for each in labels.values()) / len(texts)
        best, share = "", 0.0
        clauses = clauses_of(texts, tree)
        for topic in found.topics[:LARGEST]:
            people = {clauses[place].who for place in topic.clauses}
            right = sum(label in labels[texts[who]] for who in people) / max(len(people), 1)
            if right > share:
                best, share = topic.name, right
        good = share >= PRECISION and share >= LIFT * base
        hits += good
        print(
            f"{label:6s} base {base:.2f}  best of {len(found.topics):2d} topics {share:.2f}  {'found' if good else '     '}  {best}",
            flush=True,
        )
    print(f"hidden aspects found: {hits} of {len(FORUM_GUIDELINE.homes)}")


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--voices", type=int, default=10_000)
    options = parser.parse_args()
    stability(options.data, options.voices)
    hidden(options.data)


if __name__ == "__main__":
    main()
