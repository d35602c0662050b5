"""A new aspect from a few seed words and 10 to 20 examples, against the kernel trained on thousands of labels.

    python bench/few_shot.py ../shared/data [--draws 3] [--no-kernel]

Each forum aspect in turn is taken out of the taxonomy and added again as a user would. Examples are clauses of texts
of four folds that hold the labelled opinion term; every figure is F1 over the texts of the fifth fold, which nobody
has seen. The seed words are the aspect's name and two common words for it, written before the data was looked at.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

import numpy as np

from huiyin.analyse import labelled
from huiyin.analyse.guidelines import FORUM_GUIDELINE
from huiyin.analyse.training.folds import folds_by_text
from huiyin.text import KernelAnalyser, Taxonomy, parse_taxonomy
from huiyin.text.editing import AspectDraft, add_aspect, packaged_document, retire_aspect
from huiyin.text.few_shot import Example, FewShotAnalyser, fit_head
from huiyin.text.few_shot.pieces import pieces_of

SEEDS = {
    "动力": ("动力", "发动机", "提速"),
    "价格": ("价格", "优惠", "便宜"),
    "内饰": ("内饰", "座椅", "中控"),
    "配置": ("配置", "导航", "天窗"),
    "安全性": ("安全", "刹车", "气囊"),
    "外观": ("外观", "颜色", "好看"),
    "操控": ("操控", "底盘", "方向盘"),
    "油耗": ("油耗", "省油", "费油"),
    "空间": ("空间", "后备箱", "后排"),
    "舒适性": ("舒适", "隔音", "异响"),
}
SIZES = (10, 20)
BACKGROUND = 1_500
TAUGHT = "automotive.taught"


@dataclass(frozen=True)
class Forum:
    """The labelled texts, each once, with the labels of all its rows, and the clause of each labelled term."""

    texts: list[str]
    labels: list[set[str]]
    clauses: list[dict[str, str]]
    held_out: np.ndarray


def read(data: Path) -> Forum:
    """Read the forum file; of five folds grouped by text the first is held out."""
    place: dict[str, int] = {}
    labels: list[set[str]] = []
    terms: list[dict[str, list[str]]] = []
    for row in labelled.rows(data, labelled.FORUM):
        index = place.setdefault(row["text"], len(place))
        if index == len(labels):
            labels.append(set())
            terms.append({})
        for opinion in row["opinions"]:
            labels[index].add(opinion["aspect"])
            terms[index].setdefault(opinion["aspect"], []).append(str(opinion.get("term") or ""))
    texts = list(place)
    clauses = [clause_of(text, found) for text, found in zip(texts, terms, strict=True)]
    return Forum(texts, labels, clauses, folds_by_text(texts, 5) == 0)


def clause_of(text: str, terms: dict[str, list[str]]) -> dict[str, str]:
    """Return for each label the clause that holds its term, or the longest clause."""
    words = pieces_of([text]).words() or [text]
    return {
        label: next((each for each in words if any(term and term.lower() in each for term in given)), None)
        or max(words, key=len)
        for label, given in terms.items()
    }


def taught(label: str, seeds: Sequence[str], examples: Sequence[str], around: Sequence[str]) -> Taxonomy:
    """Return the taxonomy whose aspect was taken out and added again with seed words and examples."""
    bare = retire_aspect(packaged_document("automotive"), FORUM_GUIDELINE.homes[label]).document
    # Under an id of its own, for the shipped models know the old one.
    edited = add_aspect(bare, AspectDraft(label, label, key="taught", seeds=tuple(seeds)))
    head = fit_head(TAUGHT, seeds, [Example(text) for text in examples], around)
    return replace(parse_taxonomy(edited.document), heads=(head,))


def f1(taxonomy: Taxonomy, label: str, forum: Forum) -> float:
    """Return F1 of a label over the held-out texts."""
    chosen = np.flatnonzero(forum.held_out)
    opinions = (
        FewShotAnalyser(KernelAnalyser()).analyze_batch([forum.texts[i] for i in chosen], taxonomy).opinions
    )
    rows = opinions.select("text_index", "aspect").iter_rows()
    found = {int(chosen[index]) for index, aspect in rows if aspect == TAUGHT}
    gold = {int(i) for i in chosen if label in forum.labels[i]}
    return 2 * len(found & gold) / (len(found) + len(gold))


def few_shot(forum: Forum, label: str, size: int, seeds: Sequence[str], draw: int) -> float:
    """Return F1 after teaching with `size` examples of one random draw."""
    chance = np.random.default_rng([draw, size])
    seen = np.flatnonzero(~forum.held_out)
    pool = [i for i in seen if label in forum.labels[i]]
    examples = [forum.clauses[i][label] for i in chance.choice(pool, size, replace=False)]
    around = [forum.texts[i] for i in chance.choice(seen, BACKGROUND, replace=False)]
    return f1(taught(label, seeds, examples, around), label, forum)


def kernel(data: Path, forum: Forum) -> dict[str, float]:
    """Return F1 of each label by the kernel trained on the four other folds' labels."""
    from huiyin.analyse.evaluation import label_polarities
    from huiyin.analyse.training.corpora import CORPORA, aspect_sample
    from huiyin.analyse.training.packs import fit_pack
    from huiyin.text.kernel import shipped_models

    corpus = CORPORA[0]
    examples = labelled.aspect_examples(data, corpus.name, corpus.field)
    held = {text for text, out in zip(forum.texts, forum.held_out, strict=True) if out}
    mask = np.array([example.text not in held for example in examples])
    pack = fit_pack(aspect_sample(corpus, examples), mask, shipped_models().general, corpus.recipe)
    models = replace(shipped_models(), packs={corpus.guideline.taxonomy: pack})
    chosen = np.flatnonzero(forum.held_out)
    # 0: the habit of the training labels, which is what these figures count.
    found = label_polarities(KernelAnalyser(models, 0.0), [forum.texts[i] for i in chosen], corpus.guideline)
    scores = {}
    for label in SEEDS:
        hits = [label in each for each in found]
        gold = [label in forum.labels[i] for i in chosen]
        both = sum(a and b for a, b in zip(hits, gold, strict=True))
        scores[label] = 2 * both / (sum(hits) + sum(gold))
    return scores


def main() -> None:
    """Print one line per way of teaching, one column per aspect."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--no-kernel", action="store_true")
    options = parser.parse_args()
    forum = read(options.data)
    print(f"{len(forum.texts)} texts, {int(forum.held_out.sum())} held out; F1 over held-out texts")
    print(f"{'':34s} mean  " + "  ".join(SEEDS))
    line(
        "3 seed words, no example",
        {label: f1(taught(label, SEEDS[label], [], []), label, forum) for label in SEEDS},
    )
    for size in SIZES:
        for seeds, name in (
            (0, f"{size} examples, no seed word"),
            (1, f"{size} examples, 1 seed word"),
            (3, f"{size} examples, 3 seed words"),
        ):
            line(
                name,
                {
                    label: fmean(
                        few_shot(forum, label, size, SEEDS[label][:seeds], draw)
                        for draw in range(options.draws)
                    )
                    for label in SEEDS
                },
            )
    if not options.no_kernel:
        line("kernel, trained on 4 folds' labels", kernel(options.data, forum))


def line(name: str, scores: dict[str, float]) -> None:
    """Print one row."""
    print(
        f"{name:34s} {fmean(scores.values()):.3f}  " + "  ".join(f"{score:.2f}" for score in scores.values()),
        flush=True,
    )


if __name__ == "__main__":
    main()
