"""What the analyser finds of the opinions planted in a demo world: aspect, node, polarity, and what it adds.

    python bench/text_world.py [--seed 23] [--voices 12000] [--labels]

The world's phrases are ours, so that this measures coverage of a known vocabulary, not of unseen language.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from huiyin.demo import WorldPlan, generate, node_of
from huiyin.text import KernelAnalyser, Taxonomy, level1_of, load_taxonomy

Side = tuple[str, int]


def main() -> None:
    """Generate a world, analyse it, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=23)
    parser.add_argument("--voices", type=int, default=12_000)
    parser.add_argument("--labels", action="store_true", help="one line per planted label")
    options = parser.parse_args()
    world = generate(WorldPlan(seed=options.seed, voices=options.voices))
    taxonomy_of = {source["name"]: source["taxonomy"] for source in world.sources}
    names = [taxonomy_of[source] for source in world.voices["source"]]
    tally: Counter[str] = Counter()
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for name in sorted(set(names)):
        places = [place for place, each in enumerate(names) if each == name]
        texts = world.voices["text"].gather(places).to_list()
        planted = world.voice_truth["opinions"].gather(places).to_list()
        found = found_in(texts, load_taxonomy(name))
        for truth, rows in zip(planted, found, strict=True):
            compare(name, truth, rows, tally, labels)
    report(tally)
    if options.labels:
        report_labels(labels)


def found_in(texts: list[str], taxonomy: Taxonomy) -> list[list[tuple[str, float]]]:
    """Return (node, polarity) pairs per text."""
    found: list[list[tuple[str, float]]] = [[] for _ in texts]
    opinions = KernelAnalyser().analyze_batch(texts, taxonomy).opinions
    for index, aspect, polarity in opinions.select("text_index", "aspect", "polarity").iter_rows():
        found[index].append((aspect, polarity))
    return found


def compare(
    taxonomy: str,
    truth: list[dict[str, object]],
    rows: list[tuple[str, float]],
    tally: Counter[str],
    labels: dict[str, Counter[str]],
) -> None:
    """Count one text: planted aspects found, their side, and rows nobody planted."""
    nodes: set[str] = set()
    for opinion in truth:
        facet = str(opinion["facet"] or "")
        node = node_of(taxonomy, str(opinion["aspect_label"]), facet)
        if node is None or not opinion["polarity"]:
            continue
        nodes.add(node)
        label = labels[f"{taxonomy} {opinion['aspect_label']}/{facet} {opinion['polarity']:+d}"]
        first = [value for aspect, value in rows if level1_of(aspect) == level1_of(node)]
        exact = [value for aspect, value in rows if aspect == node or aspect.startswith(f"{node}.")]
        for counter in (tally, label):
            counter["planted"] += 1
            counter["first"] += bool(first)
            counter["exact"] += bool(exact)
            counter["exact right"] += side_of(exact) == opinion["polarity"]
            counter["right"] += bool(first) and side_of(first) == opinion["polarity"]
            counter["zero"] += bool(first) and side_of(first) == 0
    if nodes:
        tops = {level1_of(node) for node in nodes}
        tally["rows"] += len({level1_of(aspect) for aspect, _ in rows})
        extra = {level1_of(aspect) for aspect, _ in rows} - tops
        tally["extra"] += len(extra)
        judged = {level1_of(aspect) for aspect, value in rows if abs(value) > 0.15}
        tally["extra judged"] += len(judged - tops)
        tally["extra general"] += any(top.endswith(".general") for top in extra)


def side_of(values: list[float]) -> int:
    """Return the sign of the summed polarity with the analyser's neutral band."""
    total = sum(values)
    return (total > 0.15) - (total < -0.15)


def report(tally: Counter[str]) -> None:
    """Print the figures of all labels together."""
    planted, rows = tally["planted"], tally["rows"]
    print(f"planted opinions {planted}")
    for name, part, whole in (
        ("first-level aspect found", "first", planted),
        ("its side right where found", "right", tally["first"]),
        ("its side undecided where found", "zero", tally["first"]),
        ("node found", "exact", planted),
        ("node found with its side", "exact right", planted),
        ("found first-level aspects that nobody planted", "extra", rows),
        ("of them judged", "extra judged", rows),
        ("of them general", "extra general", rows),
    ):
        print(f"{name:48s} {tally[part] / whole:.3f}")


def report_labels(labels: dict[str, Counter[str]]) -> None:
    """Print one line per planted label, the worst first."""
    for name, each in sorted(labels.items(), key=lambda item: item[1]["exact right"] / item[1]["planted"]):
        planted = each["planted"]
        shares = (
            f"{key} {each[key] / planted:.2f}" for key in ("first", "right", "zero", "exact", "exact right")
        )
        print(f"{name:40s} {planted:6d} ", " ".join(shares))


if __name__ == "__main__":
    main()
