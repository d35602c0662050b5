"""Mutated bytes over every parser: `python bench/parser_mutations.py [inputs] [seed]` (100,000 inputs when left out)."""

from __future__ import annotations

import random
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.collect.connectors.payloads import Tally, attack, parsers


def main() -> None:
    warnings.simplefilter("ignore")
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rng = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)  # noqa: S311 repeatable, not secret
    found, total, started = parsers(), Tally(), time.perf_counter()
    share = -(-wanted // len(found))
    print(f"{'parser':<16}{'inputs':>8}{'read':>8}{'refused':>9}{'slowest ms':>12}")
    for parser in found:
        tally = Tally()
        attack(parser, share, rng, tally)
        print(
            f"{parser.name:<16}{tally.inputs:>8}{tally.read:>8}{tally.refused:>9}{tally.slowest_s * 1000:>12.1f}"
        )
        total.inputs += tally.inputs
        total.read += tally.read
        total.refused += tally.refused
    seconds = time.perf_counter() - started
    print(
        f"{total.inputs:,} inputs in {seconds:.0f} s: {total.read:,} read, {total.refused:,} refused by name, no crash, no hang"
    )


if __name__ == "__main__":
    main()
