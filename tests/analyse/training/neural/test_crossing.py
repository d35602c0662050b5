"""Training of readers from the data folder to shipped files, on a tiny folder in our own words."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from huiyin.analyse import labelled
from huiyin.kit.errors import InvalidInputError
from huiyin.text import NeuralAnalyser, load_taxonomy
from huiyin.text.neural.weights import read_readers

pytest.importorskip("torch", reason="training needs the extra `train`")

import torch

from huiyin.analyse.training.neural.crossing import write
from huiyin.analyse.training.neural.stages import JUDGES, Workshop

GOOD = ("空间很大", "油耗很低", "动力很强", "内饰漂亮")
BAD = ("空间太小", "油耗太高", "动力太弱", "内饰粗糙")
ASPECTS = ("空间", "油耗", "动力", "内饰")


def write_rows(folder: Path, name: str, rows: list[dict[str, object]]) -> None:
    path = labelled.path_of(folder, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    forum: list[dict[str, object]] = [
        {"text": f"{text}，{n}号车", "opinions": [{"aspect": label, "polarity": side}]}
        for n in range(4)
        for texts, side in ((GOOD, 1), (BAD, -1))
        for text, label in zip(texts, ASPECTS, strict=True)
    ]
    shopping: list[dict[str, object]] = [
        {"text": f"{text}{n}", "polarity": side, "category": "x"}
        for n in range(12)
        for text, side in (("很好用，喜欢", 1), ("太差了，退货", -1))
    ]
    write_rows(folder, labelled.FORUM, forum)
    write_rows(folder, labelled.SHOPPING, shopping)
    told = [
        {"text": text, "side": side, "domain": domain}
        for text, side, domain in (
            ("汤洒了一半", -1, "food"),
            ("一滴没洒", 1, "food"),
            ("又进厂了", -1, "car"),
        )
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)
    (folder / "told.jsonl").write_text(lines, "utf-8")
    return folder


@pytest.fixture(scope="module")
def work(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of finished stages, what ships beside them in `models`."""
    folder = tmp_path_factory.mktemp("work")
    write(data_dir, folder, folder / "models", "test", lambda _: None, data_dir)
    return folder


def test_what_is_written_is_what_the_analyser_reads(work: Path) -> None:
    assert {path.name for path in (work / "models").iterdir()} == {
        "automotive.npz",
        "blend.json",
        "general.npz",
    }
    analyser = NeuralAnalyser(neural=read_readers(work / "models"))
    assert analyser.version.endswith("+test")
    assert len(analyser.analyze_batch(["油耗太高"], load_taxonomy("automotive")).voices) == 1


def test_a_finished_stage_is_not_trained_again(data_dir: Path, work: Path) -> None:
    news: list[str] = []
    network = Workshop(data_dir, work, news.append, data_dir).adapted(0)
    assert news == []
    assert all(np.isfinite(each.detach().numpy()).all() for each in network.parameters())


def test_the_judge_is_the_mean_of_its_runs(data_dir: Path, work: Path) -> None:
    judge = Workshop(data_dir, work, labels_dir=data_dir).judging().state_dict()
    runs = [torch.load(work / f"judging{run}.pt", weights_only=True) for run in range(JUDGES)]
    assert all(
        np.allclose(judge[name], np.mean([each[name] for each in runs], axis=0), atol=1e-6) for name in judge
    )
    assert any(not np.allclose(judge[name], runs[0][name], atol=1e-4) for name in judge)


def test_the_judge_is_told_nothing_of_cars(data_dir: Path, work: Path) -> None:
    workshop = Workshop(data_dir, work, labels_dir=data_dir)
    *files, told = workshop.judged_sets
    assert [each.samples.source for each in files] == [each.samples.source for each in workshop.general_sets]
    assert told.samples.overall is not None
    assert told.samples.overall.tolist() == [-1, 1]


def test_a_folder_of_other_data_is_refused(data_dir: Path, work: Path, tmp_path: Path) -> None:
    write_rows(tmp_path, labelled.SHOPPING, [{"text": "甲乙丙丁" * 9, "polarity": 1, "category": "x"}])
    with pytest.raises(InvalidInputError, match="other data"):
        _ = Workshop(tmp_path, work).alphabet
