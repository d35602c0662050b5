"""Speed of the analysers on one core beside a BERT-base of random weights on ONNX Runtime, in one run.

Needs `pip install onnx onnxruntime`. Texts of sixty characters; BERT reads sixty tokens and its two marks, in
batches of equal length, without its tokeniser: the comparison favours BERT.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python bench/text_accurate.py ../shared/data
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

from huiyin.analyse import labelled
from huiyin.text import Analyser, KernelAnalyser, load_taxonomy
from huiyin.text.neural import NeuralAnalyser

WIDTH, HEADS, INNER, LAYERS, VOCABULARY = 768, 12, 3072, 12, 21128
CHARACTERS, TOKENS, BATCH = 60, 62, 32
ROUNDS = 5


class Graph:
    """An ONNX graph being written down."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._random = np.random.default_rng(1)

    def weight(self, *shape: int) -> str:
        name = f"w{len(self.weights)}"
        values = (self._random.standard_normal(shape) * 0.02).astype(np.float32)
        self.weights.append(numpy_helper.from_array(values, name))
        return name

    def shape(self, *sizes: int) -> str:
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.array(sizes, dtype=np.int64), name))
        return name

    def add(self, kind: str, *inputs: str, **attributes: object) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def dense(self, given: str, rows: int, columns: int) -> str:
        return self.add("Add", self.add("MatMul", given, self.weight(rows, columns)), self.weight(columns))

    def norm(self, given: str) -> str:
        return self.add("LayerNormalization", given, self.weight(WIDTH), self.weight(WIDTH), axis=-1)


def bert() -> onnxruntime.InferenceSession:
    """Return a BERT-base encoder with random weights, one thread."""
    graph = Graph()
    state = graph.add("Gather", graph.weight(VOCABULARY, WIDTH), "ids")
    state = graph.norm(graph.add("Add", state, graph.weight(TOKENS, WIDTH)))
    for _ in range(LAYERS):
        state = _layer(graph, state)
    graph.nodes.append(helper.make_node("Identity", [state], ["states"]))
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "bert",
            [helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", TOKENS])],
            [helper.make_tensor_value_info("states", TensorProto.FLOAT, ["batch", TOKENS, WIDTH])],
            graph.weights,
        ),
        opset_imports=[helper.make_opsetid("", 20)],
        ir_version=9,
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def _layer(graph: Graph, state: str) -> str:
    split = graph.shape(0, TOKENS, HEADS, WIDTH // HEADS)
    query, key, value = (
        graph.add("Transpose", graph.add("Reshape", graph.dense(state, WIDTH, WIDTH), split), perm=order)
        for order in ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])
    )
    share = graph.add("Softmax", graph.add("MatMul", query, key), axis=-1)
    heard = graph.add("Transpose", graph.add("MatMul", share, value), perm=[0, 2, 1, 3])
    heard = graph.dense(graph.add("Reshape", heard, graph.shape(0, TOKENS, WIDTH)), WIDTH, WIDTH)
    state = graph.norm(graph.add("Add", state, heard))
    inner = graph.add("Gelu", graph.dense(state, WIDTH, INNER))
    return graph.norm(graph.add("Add", state, graph.dense(inner, INNER, WIDTH)))


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of a few rounds: what others do on the machine only ever adds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print texts per second of processor time, and how many times BERT that is."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    stream = "，".join(each.text for each in labelled.aspect_examples(data, labelled.FORUM, "aspect"))
    texts = [stream[at : at + CHARACTERS] for at in range(0, CHARACTERS * 2048, CHARACTERS)]
    session = bert()
    ids = np.random.default_rng(2).integers(0, VOCABULARY, (BATCH, TOKENS))
    session.run(None, {"ids": ids})
    base = BATCH / seconds(lambda: session.run(None, {"ids": ids}))
    print(f"{'BERT-base, random, ONNX Runtime':36} {base:10,.1f} texts/s")
    taxonomy = load_taxonomy("automotive")
    analysers: tuple[Analyser, ...] = (KernelAnalyser(), NeuralAnalyser())
    for analyser in analysers:
        analyser.analyze_batch(texts[:64], taxonomy)
        rate = len(texts) / seconds(lambda chosen=analyser: chosen.analyze_batch(texts, taxonomy))
        print(f"{analyser.name:36} {rate:10,.0f} texts/s  {rate / base:8,.0f} × BERT")
    analyser = analysers[-1]
    alone = seconds(lambda: [analyser.analyze_batch([text], taxonomy) for text in texts[:50]]) / 50
    print(f"{'accurate, one text alone':36} {1000 * alone:10.1f} ms of processor time")


if __name__ == "__main__":
    main()
