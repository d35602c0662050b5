"""Clusters follow strong links and never chain two records that are known to be apart."""

from __future__ import annotations

from itertools import pairwise as neighbours

from hypothesis import given
from hypothesis import strategies as st

from huiyin.linkage import Link, b_cubed, cluster, pairwise

RECORDS = range(12)
LINKS = st.lists(
    st.builds(Link, st.sampled_from(RECORDS), st.sampled_from(RECORDS), st.floats(0, 30)), max_size=40
)
PAIRS = st.lists(st.tuples(st.sampled_from(RECORDS), st.sampled_from(RECORDS)).filter(lambda p: p[0] != p[1]))


@given(links=LINKS, apart=PAIRS)
def test_records_known_apart_never_share_a_cluster(
    links: list[Link[int]], apart: list[tuple[int, int]]
) -> None:
    found = cluster(RECORDS, links, apart=apart)
    assert all(found[one] != found[other] for one, other in apart)


@given(links=LINKS)
def test_without_guards_clusters_are_the_connected_parts(links: list[Link[int]]) -> None:
    found = cluster(RECORDS, links)
    assert all(found[link.one] == found[link.other] for link in links)
    assert all(found[found[record]] == found[record] for record in RECORDS)


def test_weak_bridge_between_strong_groups_is_refused() -> None:
    links = [Link("a", "b", 20.0), Link("c", "d", 20.0), Link("b", "c", 2.0)]
    found = cluster("abcd", links, apart=[("a", "d")])
    assert found["a"] == found["b"] != found["c"] == found["d"]


def test_cluster_never_grows_beyond_its_limit() -> None:
    links = [Link(one, other, 9.0) for one, other in neighbours(range(30))]
    found = cluster(range(30), links, largest=10)
    assert max(list(found.values()).count(each) for each in found.values()) <= 10


def test_agreement_of_a_perfect_answer_is_one() -> None:
    assert pairwise([1, 1, 2], ["x", "x", "y"]).f1 == b_cubed([1, 1, 2], ["x", "x", "y"]).f1 == 1.0


def test_agreement_of_singletons_finds_nothing_and_claims_nothing() -> None:
    found = pairwise([1, 2, 3], ["x", "x", "x"])
    assert (found.precision, found.recall, found.f1) == (1.0, 0.0, 0.0)
