"""Accuracy against texts per second: the fast mode, the cascade at several shares, the accurate mode, and their peers.

    OMP_NUM_THREADS=1 python bench/text_curve.py ../shared/data --work FOLDER [--out docs/text-curve.svg]

FOLDER holds the finished stages of `huiyin train --neural` or `huiyin evaluate --accurate --work`; without them the five
readers are trained first, which takes an hour. Accuracy: aspect and pair F1 on the car forum, five folds grouped by
text, each text judged by a kernel and a reader that have not seen it, shares and bar chosen on the other folds; the
cascade asks the reader about the texts with a label nearest to the kernel's threshold. Speed: texts of sixty characters,
one core, processor time, the best of the rounds, the whole analyser without needs, every program in the same run.
jieba, snownlp, cnsenti and onnxruntime are measured where they are installed; the first three do not answer this task, so
that only their speed is drawn; BERT's is that of random weights. Needs PyTorch (`pip install 'huiyin[train]'`) to read the stages.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from text_speed import PEER_TEXTS, Reader, measured, peers, pieces

from huiyin.analyse.training.folds import FOLDS
from huiyin.analyse.training.neural.answers import Crossed, crossed
from huiyin.analyse.training.neural.crossing import reader_of
from huiyin.analyse.training.neural.stages import Workshop
from huiyin.charts import Figure, Table, draw_svg
from huiyin.text import KernelAnalyser, NeuralAnalyser, load_taxonomy
from huiyin.text.kernel import shipped_models

SHARES = (0.05, 0.1, 0.2, 0.3, 0.5)
BERT = "BERT-base, random weights"
BERT_TEXTS, BERT_TOKENS = 8, 62
# What the winners of the contest published, on their own folds of the same texts.
PUBLISHED = 0.665


@dataclass(frozen=True)
class Point:
    """One way of reading: its accuracy on the forum and its speed."""

    name: str
    aspects: float
    pairs: float
    rate: float


def main() -> None:
    """Print the curve as a table and draw it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--texts", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    found = _crossed(options.data, options.work)
    doubts = {share: found.doubt(share) for share in SHARES}
    rates = measured(_readers(doubts), pieces(options.data, options.texts), options.rounds)
    points = [Point(name, *found.cascade_scores(doubt), rates[name]) for name, doubt in _ways(doubts).items()]
    others = {name: rate for name, rate in rates.items() if name not in _ways(doubts)}
    for each in points:
        print(
            f"{each.name:32s} {each.rate:9,.0f} texts/s  aspect F1 {each.aspects:.4f}  pair F1 {each.pairs:.4f}"
        )
    for name, rate in others.items():
        print(f"{name:32s} {rate:9,.0f} texts/s")
    print(json.dumps({f"doubt at {share:.0%}": round(doubt, 3) for share, doubt in doubts.items()}))
    if options.out:
        options.out.write_text(_drawn(points, others), encoding="utf-8")


def _crossed(data: Path, work: Path) -> Crossed:
    workshop = Workshop(data, work, print)
    return crossed(data, {fold: reader_of(workshop, workshop.adapted(fold)) for fold in range(FOLDS)})


def _ways(doubts: dict[float, float]) -> dict[str, float]:
    """Return how unsure the kernel must be before the reader is asked, by the name of the way."""
    return {"fast": 0.0, **{f"cascade {share:.0%}": doubts[share] for share in SHARES}, "accurate": np.inf}


def _readers(doubts: dict[float, float]) -> dict[str, Reader]:
    taxonomy, models = load_taxonomy("automotive"), replace(shipped_models(), needs=None)
    found: dict[str, Reader] = {}
    for name, doubt in _ways(doubts).items():
        chosen = NeuralAnalyser(models, doubt=(doubt, doubt)) if doubt else KernelAnalyser(models)
        found[name] = lambda texts, each=chosen: each.analyze_batch(texts, taxonomy)  # type: ignore[misc]
    found |= peers()
    if bert := _bert():
        found[BERT], PEER_TEXTS[BERT] = bert, 4 * BERT_TEXTS
    return found


def _bert() -> Reader | None:
    """Return BERT reading a few texts for as many as it is given: it is asked for its rate only."""
    try:
        from text_accurate import VOCABULARY, bert
    except ImportError:
        return None
    session = bert()
    ids = np.random.default_rng(2).integers(0, VOCABULARY, (BERT_TEXTS, BERT_TOKENS))
    return lambda texts: [session.run(None, {"ids": ids}) for _ in range(len(texts) // BERT_TEXTS)]


def _drawn(points: list[Point], others: dict[str, float]) -> str:
    """Return the picture: pair F1 over texts per second, aspect F1 in brackets, peers as lines at their speed."""
    speeds = [
        {
            "xAxis": round(rate),
            "label": {
                "formatter": f"{name}\n{rate:,.0f}",
                "position": "end",
                "distance": 6 + 30 * (place % 2),
            },
        }
        for place, (name, rate) in enumerate(sorted(others.items(), key=lambda each: each[1]))
    ]
    winners = {
        "yAxis": PUBLISHED,
        "label": {"formatter": f"winners' BERT and stack {PUBLISHED}", "position": "insideStartTop"},
    }
    line = {
        "type": "line",
        "showSymbol": True,
        "symbol": "circle",
        "symbolSize": 8,
        "data": [
            {
                "value": [round(each.rate), round(each.pairs, 4)],
                "label": {"formatter": f"{each.name}  {each.pairs:.3f} ({each.aspects:.3f})"},
            }
            for each in points
        ],
        "lineStyle": {"color": "var(--accent)", "width": 2},
        "itemStyle": {"color": "var(--accent)"},
        "label": {
            "show": True,
            "fontSize": 11,
            "color": "var(--ink-2)",
            "rotate": 45,
            "position": "top",
            "align": "left",
            "verticalAlign": "middle",
        },
        "markLine": {
            "symbol": "none",
            "silent": True,
            "precision": 4,
            "lineStyle": {"color": "var(--line-strong)", "type": "dashed"},
            "label": {"color": "var(--ink-3)", "fontSize": 11, "lineHeight": 14},
            "data": [*speeds, winners],
        },
    }
    option = {
        "legend": {"show": False},
        "grid": {"left": 64, "right": 48, "top": 116, "bottom": 56},
        "xAxis": {
            "type": "log",
            "name": "texts of 60 characters a second, one core, processor time",
            "nameLocation": "middle",
            "nameGap": 34,
            "min": 10,
            "max": 200_000,
        },
        "yAxis": {"type": "value", "min": 0.64, "max": 0.67},
        "title": {
            "text": "Pair F1 (aspect F1) on the car forum, five folds, against speed",
            "left": 20,
            "top": 8,
            "textStyle": {"fontSize": 14, "color": "var(--ink)"},
        },
        "series": [line],
    }
    return draw_svg(Figure(option, Table((), ())), width=960, height=520)


if __name__ == "__main__":
    main()
