"""Who is who in demo worlds: pairwise precision and recall and B-cubed F1 against the planted persons.

    python bench/identity_demo.py [seeds] [customers]

Two ways of counting: `accounts` has one item for each person as one source knows them (a customer record, an
author, a caller), `records` one for each voice, order and customer record, which is what a portrait is made of.
Two worlds: `given` is loaded as it is; in `strangers` the hotline's voices come without their customer id, so
that callers must be recognised by what the clerk noted (telephones with slips, names by ear, plates).
`findable` recall leaves out what no reader of the ledger could know: pairs of accounts that no handle,
nickname or nickname stem borne by this one person alone connects, directly or through others.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import polars as pl
from sqlalchemy import select

from huiyin import customers, demo, linkage
from huiyin.customers.identity.accounts import key_of
from huiyin.kit.clock import utc_now
from huiyin.store.ledger import migrate, open_ledger, tables
from huiyin.store.ledger import tables_identity as identity

HOTLINE = "售后热线"
LABELS = ("P", "R", "findable R", "B³ F1")


@dataclass
class Item:
    """A person as one source knows them: found and true person, tokens of evidence, records behind it."""

    found: str
    person: int
    tokens: set
    records: int


def read_items(ledger, world):
    said = world.voice_truth.select("source", "external_id", "person_id")
    truth = {(source, key): person for source, key, person in said.iter_rows()}
    owners = world.identities.filter(pl.col("kind") == "customer_id")
    by_customer = dict(zip(owners["value"], owners["person_id"], strict=True))
    records = defaultdict(int)
    with ledger.read() as connection:
        accounts = {row.key: row for row in connection.execute(select(identity.account))}
        tokens = defaultdict(set)
        for row in connection.execute(select(identity.handle)):
            form = linkage.stem(row.normalised) if row.kind == "nickname" else row.normalised
            if row.kind not in ("name", "customer_id"):
                tokens[row.account_id].add((row.kind, form))
        names = {row.id: row.name for row in connection.execute(select(tables.source))}
        externals = {row.id: row.external_id for row in connection.execute(select(tables.customer))}
        for customer_id, external in externals.items():
            records[f"c:{customer_id}", by_customer[external]] += 1
        for row in connection.execute(select(tables.purchase)):
            records[f"c:{row.customer_id}", by_customer[externals[row.customer_id]]] += 1
        for row in connection.execute(select(tables.feedback)):
            found = key_of(row._mapping)
            if found is not None:
                records[found[0], truth[names[row.source_id], row.external_id]] += 1
    for (key, person), count in records.items():
        row = accounts[key]
        # An account that is known to be a crowd claims nothing about who is behind it.
        yield Item(f"{key}/{person}" if row.crowd else str(row.person_id), person, tokens[row.id], count)


def findable(items):
    """Return the share of true pairs of accounts that evidence of this person alone connects."""
    bearers = defaultdict(set)
    for item in items:
        for token in item.tokens:
            bearers[token].add(item.person)
    groups = defaultdict(list)
    for item in items:
        groups[item.person].append({token for token in item.tokens if len(bearers[token]) == 1})
    pairs = reachable = 0
    for tokens in groups.values():
        labels = list(range(len(tokens)))
        for one in range(len(tokens)):
            for other in range(one):
                if tokens[one] & tokens[other]:
                    old, new = labels[one], labels[other]
                    labels = [new if label == old else label for label in labels]
        pairs += len(tokens) * (len(tokens) - 1) // 2
        sizes = [labels.count(label) for label in set(labels)]
        reachable += sum(size * (size - 1) // 2 for size in sizes)
    return reachable / max(pairs, 1)


def scores_of(items):
    accounts = [item.found for item in items], [item.person for item in items]
    records = [
        [value for value, item in zip(column, items, strict=True) for _ in range(item.records)]
        for column in accounts
    ]
    share = findable(items)
    for name, (found, truth) in (("accounts", accounts), ("records", records)):
        pair, cube = linkage.pairwise(found, truth), linkage.b_cubed(found, truth)
        yield (
            name,
            (
                pair.precision,
                pair.recall,
                min(pair.recall / share, 1.0) if name == "accounts" else np.nan,
                cube.f1,
            ),
        )


def strangers(world):
    hidden = pl.when(pl.col("source") == HOTLINE).then(None).otherwise(pl.col("customer_external_id"))
    return replace(world, voices=world.voices.with_columns(customer_external_id=hidden))


def measure(world):
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "ledger.sqlite3")
        migrate(ledger)
        demo.load(ledger, world)
        start = time.perf_counter()
        figures = customers.resolve(ledger, clock=utc_now)
        took = time.perf_counter() - start
        items = list(read_items(ledger, world))
        ledger.close()
    return dict(scores_of(items)), figures, took


def main(seeds, size):
    results = defaultdict(list)
    for seed in range(1, seeds + 1):
        world = demo.generate(demo.WorldPlan(seed=seed, customers=size, voices=4 * size))
        for kind, each in (("given", world), ("strangers", strangers(world))):
            scores, figures, took = measure(each)
            for name, row in scores.items():
                results[kind, name].append(row)
            line = f"P {scores['accounts'][0]:.4f} R {scores['accounts'][1]:.4f} findable R {scores['accounts'][2]:.4f}"
            print(
                f"seed {seed:2d} {kind:10s} accounts {line} in {took:.1f} s; {figures.deterministic} certain, {figures.probabilistic} likely, {figures.review} to review",
                flush=True,
            )
    print(f"mean (worst) over {seeds} seeds of {size} customers")
    for (kind, name), rows in results.items():
        table = np.array(rows)
        mean, worst = table.mean(axis=0), table.min(axis=0)
        cells = zip(LABELS, mean, worst, strict=True)
        print(
            f"{kind:10s} {name:9s}",
            "; ".join(f"{label} {m:.4f} ({w:.4f})" for label, m, w in cells if not np.isnan(m)),
        )


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*(given + [5, 1000][len(given) :]))
