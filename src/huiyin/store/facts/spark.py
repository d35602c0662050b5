"""The facts on a cluster: Parquet files that any Spark Connect server reads, asked in the words of the facts store."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import duckdb
import polars as pl

from huiyin.kit.errors import UnavailableError
from huiyin.store.facts.sums import CUSTOMERS, VOICES

if TYPE_CHECKING:
    from pyspark.sql.connect.session import SparkSession

TABLES = ("voice", "opinion", "need", "node", "watermark")
USUAL_PORT, PATIENCE_S = 15_002, 10


class SparkMissingError(UnavailableError):
    """The extra `huiyin[spark]` is not installed."""

    code = "spark_missing"


class SparkSilentError(UnavailableError):
    """No Spark Connect server listens at the address."""

    code = "spark_silent"


def export_facts(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Write every table of the facts into a folder of its own, as Parquet that a cluster reads in parts."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        target = str(folder / table).replace("'", "''")
        connection.execute(f"COPY {table} TO '{target}' (FORMAT parquet, PER_THREAD_OUTPUT, OVERWRITE)")


def lacking_tables(folder: Path) -> list[str]:
    """Return the tables of the facts that a folder does not hold."""
    return [table for table in TABLES if not (folder / table).is_dir()]


class SparkFacts:
    """The facts as a Spark Connect server reads them; answers what the facts store answers.

    `address` is that of the server, such as `sc://spark.example:15002`; `folder` is where the server finds what
    `export_facts` wrote.
    """

    def __init__(self, address: str, folder: str) -> None:
        self._session = _connected(address)
        self._session.conf.set("spark.sql.session.timeZone", "UTC")
        for table in TABLES:
            self._session.read.parquet(f"{folder}/{table}").createOrReplaceTempView(table)

    def query(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        """Run one SELECT of the facts' dialect and return its rows."""
        # Translating takes a library that those without a cluster need not wait for.
        from huiyin.store.facts.spark_dialect import to_spark

        return pl.DataFrame(self._session.sql(to_spark(sql, params)).toArrow())

    def few(self, sql: str, params: Mapping[str, object] | None = None) -> pl.DataFrame:
        """Run one SELECT whose answer is short."""
        return self.query(sql, params)

    def sums(
        self, sql: str, params: Mapping[str, object] | None = None, *, keys: Sequence[str]
    ) -> pl.DataFrame:
        """Add up over everyone, ordered by the keys."""
        rows = self.query(sql.replace(CUSTOMERS, "TRUE").replace(VOICES, "TRUE"), params)
        return rows.sort(keys, nulls_last=True) if keys else rows

    def close(self) -> None:
        """Leave the server."""
        self._session.stop()


def _connected(address: str) -> SparkSession:
    try:
        from pyspark.sql.connect.session import SparkSession
    except ImportError as error:
        raise SparkMissingError("asking Spark needs huiyin[spark]") from error
    _knock(address)
    return SparkSession.builder.remote(address).create()


def _knock(address: str) -> None:
    """Raise SparkSilentError where nobody listens; Spark's own client would go on trying for minutes."""
    found = urlsplit(address)
    try:
        socket.create_connection((found.hostname or "", found.port or USUAL_PORT), timeout=PATIENCE_S).close()
    except (OSError, ValueError) as error:
        raise SparkSilentError(f"no Spark Connect server answers at {address}: {error}") from error
