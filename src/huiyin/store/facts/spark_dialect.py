"""The one dialect of the named queries, DuckDB's, put into Spark's.

sqlglot does nearly all of it; what it leaves is here: numbers that would become decimals, functions of DuckDB's own,
and parameters, which are written out, since engines that speak Spark's protocol differ in how they take them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache

import sqlglot
from sqlglot import exp

# Where the pairs of digits of an MD5 digest begin that make DuckDB's number of its lower half, the highest first.
_LOWER_HALF = range(31, 16, -2)


def to_spark(sql: str, params: Mapping[str, object] | None = None) -> str:
    """Return a query of ours as Spark SQL with its parameters written out.

    >>> to_spark("SELECT count(*) FILTER (sentiment < 0) AS bad FROM voice WHERE channel = $channel", {"channel": "nps"})
    "SELECT COUNT(*) FILTER(WHERE sentiment < 0) AS bad FROM voice WHERE channel = 'nps'"
    """
    given = params or {}
    tree = _parsed(sql).copy().transform(lambda node: _filled(node, given))
    # What is inside first: a mended node takes its mended parts along.
    for node in reversed(list(tree.walk())):
        node.replace(_mended(node))
    return tree.sql("spark")


@cache
def _parsed(sql: str) -> exp.Expr:
    return sqlglot.parse_one(sql, read="duckdb")


def _filled(node: exp.Expr, given: Mapping[str, object]) -> exp.Expr:
    return _literal(given[node.name]) if isinstance(node, exp.Placeholder) else node


def _literal(value: object) -> exp.Expr:
    if isinstance(value, list | tuple):
        return exp.Array(expressions=[_literal(each) for each in value])
    if isinstance(value, datetime):
        return exp.cast(exp.Literal.string(value.isoformat(" ")), "timestampntz")
    return exp.convert(value)


def _mended(node: exp.Expr) -> exp.Expr:
    mend = _OWN.get(node.name.lower()) if isinstance(node, exp.Anonymous) else _MENDS.get(type(node))
    return node if mend is None else mend(node)


def _fraction(node: exp.Expr) -> exp.Expr:
    """A fraction is a decimal to Spark, whose average keeps five digits."""
    if node.is_string or "." not in node.name or isinstance(node.parent, exp.Cast):
        return node
    return exp.cast(node.copy(), "double")


def _limit(node: exp.Expr) -> exp.Expr:
    """A limit is a plain number to Spark."""
    bound = node.expression
    if isinstance(bound, exp.Cast):
        node.set("expression", bound.this)
    return node


def _each_of_several(node: exp.Expr) -> exp.Expr:
    """Several columns are counted together without being put in brackets."""
    if len(node.expressions) == 1 and isinstance(node.expressions[0], exp.Tuple):
        node.set("expressions", node.expressions[0].expressions)
    return node


def _percentile(node: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this="percentile", expressions=[node.this, node.expression])


def _seconds(node: exp.Expr) -> exp.Expr:
    """Seconds between two moments: an interval has no length of its own."""
    apart = node.this
    moments = (exp.cast(side.copy(), "timestampltz") for side in (apart.this, apart.expression))
    later, earlier = (exp.Anonymous(this="unix_micros", expressions=[each]) for each in moments)
    return exp.Div(
        this=exp.paren(later - earlier), expression=exp.cast(exp.Literal.number(1_000_000), "double")
    )


def _lower_half_of_md5(node: exp.Expr) -> exp.Expr:
    """Digits that order as the number does."""
    digest = exp.func("md5", node.expressions[0])
    pairs = [
        exp.func("substring", digest.copy(), exp.convert(place), exp.convert(2)) for place in _LOWER_HALF
    ]
    return exp.func("concat", *pairs)


def _any(node: exp.Expr) -> exp.Expr:
    """Whether a condition holds for one of the values written out."""
    listed = node.expressions[0]
    condition, name = listed.expression.this, listed.expression.expressions[0].name
    each = (
        condition.copy().transform(lambda part, value=value: value if _is_called(part, name) else part)
        for value in listed.this.expressions
    )
    return exp.paren(exp.or_(exp.false(), *each))


def _is_called(node: exp.Expr, name: str) -> bool:
    return isinstance(node, exp.Identifier | exp.Column) and node.name == name


def _slice(node: exp.Expr) -> exp.Expr:
    """A slice from the first element on: the last place is how many there are."""
    return exp.Anonymous(this="slice", expressions=node.expressions)


def _split(node: exp.Expr) -> exp.Expr:
    """A separator is a pattern to Spark, and not every engine knows how a literal one is quoted."""
    separator = exp.convert(f"[{node.expression.name}]")
    return exp.RegexpSplit(this=node.this, expression=separator)


_OWN: Mapping[str, Callable[[exp.Expr], exp.Expr]] = {
    "list_bool_or": _any,
    "list_slice": _slice,
    "md5_number_lower": _lower_half_of_md5,
}
_MENDS: Mapping[type[exp.Expr], Callable[[exp.Expr], exp.Expr]] = {
    exp.Distinct: _each_of_several,
    exp.Limit: _limit,
    exp.Literal: _fraction,
    exp.PercentileCont: _percentile,
    exp.Split: _split,
    exp.TimeToUnix: _seconds,
}
