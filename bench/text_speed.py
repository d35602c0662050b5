"""How many texts a second one core reads, beside programs everybody knows, in the same run.

    OMP_NUM_THREADS=1 python bench/text_speed.py ../shared/data [--texts 6000] [--rounds 5]

Texts are the forum's, laid end to end and cut into pieces of 60 characters. jieba, snownlp and cnsenti are measured
where they are installed (`pip install jieba snownlp cnsenti`); they are no part of the product. Figures are processor
time, the best of the rounds, each program in turn, so that a busy machine hurts all alike; trust the ratios.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import multiprocessing
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from huiyin.analyse import labelled
from huiyin.text import KernelAnalyser, RuleAnalyser, load_taxonomy
from huiyin.text.kernel import shipped_models

LENGTH = 60
PEER_TEXTS = {"jieba, words cut": 1500, "SnowNLP, sentiment": 40, "cnsenti, sentiment": 40}
Reader = Callable[[Sequence[str]], object]


def main() -> None:
    """Print texts per second, processes, memory, start and one text alone."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=int, default=6000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=6.0)
    options = parser.parse_args()
    texts = pieces(options.data, options.texts)
    readers = {**own(), **peers()}
    rates = measured(readers, texts, options.rounds)
    for name, rate in rates.items():
        ratio = rate / rates["jieba, words cut"] if "jieba, words cut" in rates else float("nan")
        print(f"{name:48s} {rate:9,.0f} texts/s   {ratio:6.2f} x jieba")
    fast = readers["kernel without needs"]
    print(f"one text alone          {alone(fast) * 1000:8.2f} ms")
    for kind, gain in two_processes(texts, options.seconds).items():
        print(f"two processes by the clock, {kind:24s} {gain:5.2f} x one")
    print(f"start, one text read    {fresh(1)[0]:8.2f} s of processor time")
    print(f"memory, 20,000 texts    {fresh(20_000)[1]:8.0f} MB at the peak")


def pieces(data: Path, count: int) -> list[str]:
    """Return `count` texts of sixty characters."""
    stream = "，".join(example.text for example in labelled.aspect_examples(data, labelled.FORUM, "aspect"))
    cut = [stream[at : at + LENGTH] for at in range(0, len(stream), LENGTH)]
    return (cut * (count // len(cut) + 1))[:count]


def own() -> dict[str, Reader]:
    """Return the product's analysers."""
    taxonomy, models = load_taxonomy("automotive"), shipped_models()
    bare = replace(models, needs=None)
    analysers = {
        "rules": RuleAnalyser(),
        "kernel without needs": KernelAnalyser(bare),
        "kernel without needs, labels' habit": KernelAnalyser(bare, 0.0),
        "kernel, needs included": KernelAnalyser(models),
    }
    return {
        name: lambda texts, each=each: each.analyze_batch(texts, taxonomy)  # type: ignore[misc]
        for name, each in analysers.items()
    }


def peers() -> dict[str, Reader]:
    """Return the programs that are installed here."""
    found: dict[str, Reader] = {}
    if jieba := _module("jieba"):
        jieba.setLogLevel(logging.ERROR)
        jieba.initialize()
        found["jieba, words cut"] = lambda texts: [list(jieba.cut(text)) for text in texts]
    if snownlp := _module("snownlp"):
        found["SnowNLP, sentiment"] = lambda texts: [snownlp.SnowNLP(text).sentiments for text in texts]
    if cnsenti := _module("cnsenti"):
        senti = cnsenti.Sentiment()
        found["cnsenti, sentiment"] = lambda texts: [senti.sentiment_count(text) for text in texts]
    return found


def _module(name: str):  # type: ignore[no-untyped-def]
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def measured(readers: dict[str, Reader], texts: list[str], rounds: int) -> dict[str, float]:
    """Return each reader's best rate."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, read in readers.items():
            part = texts[: PEER_TEXTS.get(name, len(texts))]
            begin = time.process_time()
            read(part)
            rate = len(part) / (time.process_time() - begin)
            best[name] = max(best.get(name, 0.0), rate)
    return best


def alone(read: Reader) -> float:
    """Return the seconds one text takes, as in a call of the API."""
    begin = time.process_time()
    for _ in range(200):
        read(["空间很大，就是油耗有点高，希望下一代能改进"])
    return (time.process_time() - begin) / 200


def two_processes(texts: list[str], seconds: float) -> dict[str, float]:
    """Return how much more two processes do in the same seconds than one, for the analyser, a plain loop and numpy.

    Each process warms up and then works against the clock, so that neither its start nor the carrying of texts counts.
    The plain loop, which touches no memory, and numpy over arrays larger than the caches show what the machine itself
    allows two processes.
    """
    return {kind: _together(2, kind, texts, seconds) / _together(1, kind, texts, seconds) for kind in WORK}


def _together(count: int, kind: str, texts: list[str], seconds: float) -> float:
    """Return the rounds a second that some processes do together."""
    context = multiprocessing.get_context("spawn")
    ready, results = context.Barrier(count), context.Queue()
    workers = [
        context.Process(target=_work, args=(kind, texts, seconds, ready, results)) for _ in range(count)
    ]
    for worker in workers:
        worker.start()
    rates = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    return float(sum(rates))


def _work(kind: str, texts: list[str], seconds: float, ready: Any, results: Any) -> None:
    work = WORK[kind](texts)
    work()
    ready.wait()
    begin, rounds = time.perf_counter(), 0
    while (spent := time.perf_counter() - begin) < seconds:
        work()
        rounds += 1
    results.put(rounds / spent)


def _reading(name: str, texts: list[str]) -> Callable[[], object]:
    read = own()[name]
    return lambda: read(texts)


def _looping(_: list[str]) -> Callable[[], object]:
    return lambda: sum(range(300_000))


def _adding(_: list[str]) -> Callable[[], object]:
    numbers = np.ones(4_000_000)
    return lambda: numbers.sum()


WORK: dict[str, Callable[[list[str]], Callable[[], object]]] = {
    "kernel without needs": partial(_reading, "kernel without needs"),
    "kernel, needs included": partial(_reading, "kernel, needs included"),
    "a plain loop": _looping,
    "sums over 32 MB": _adding,
}


def fresh(texts: int) -> tuple[float, float]:
    """Return the processor seconds and the peak of memory in megabytes of a fresh process that reads some texts."""
    # The kernel's own count: the usual one is handed on from the process that starts the fresh one.
    code = (
        "import re, time;"
        "from huiyin.text import KernelAnalyser, load_taxonomy;"
        f"texts = ['空间很大，就是油耗有点高，希望下一代能改进'] * {texts};"
        "KernelAnalyser().analyze_batch(texts, load_taxonomy('automotive'));"
        "status = open('/proc/self/status').read();"
        "print(time.process_time(), int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


if __name__ == "__main__":
    main()
