"""Engines of the tests' own: Sail in this process, and a Spark master with two workers on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.ports import free_port

UP_S = 180
_CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"


@dataclass(frozen=True)
class Cluster:
    """A running cluster: its Spark Connect address, and its workers' processes."""

    address: str
    workers: tuple[subprocess.Popen[bytes], ...]

    def kill_an_executor(self) -> None:
        """End the process that computes for the first worker, without warning."""
        tasks = Path(f"/proc/{self.workers[0].pid}/task").iterdir()
        executors = [int(child) for task in tasks for child in (task / "children").read_text().split()]
        assert executors
        for executor in executors:
            os.kill(executor, signal.SIGKILL)


@contextmanager
def running_spark(home: Path, folder: Path) -> Iterator[Cluster]:
    """Start a master, two workers and a Spark Connect server of the distribution in `home`; logs go to `folder`."""
    port, door = free_port(), free_port()
    master = f"spark://127.0.0.1:{port}"
    deploy = "org.apache.spark.deploy"
    with ExitStack() as stack:
        stack.enter_context(
            _started(home, folder, f"{deploy}.master.Master --host 127.0.0.1 --port {port} --webui-port 0")
        )
        _wait(port)
        workers = tuple(
            stack.enter_context(
                _started(
                    home,
                    folder,
                    f"{deploy}.worker.Worker --cores 1 --memory 1g --webui-port 0 -d {folder}/worker-{n} {master}",
                )
            )
            for n in range(2)
        )
        settings = {
            "spark.connect.grpc.binding.port": door,
            "spark.executor.memory": "700m",
            "spark.sql.shuffle.partitions": 4,
            "spark.ui.enabled": "false",
        }
        given = " ".join(f"--conf {name}={value}" for name, value in settings.items())
        submit = f"{deploy}.SparkSubmit --master {master} {given} --class {_CONNECT} spark-internal"
        stack.enter_context(_started(home, folder, submit))
        _wait(door)
        yield Cluster(f"sc://127.0.0.1:{door}", workers)


@contextmanager
def _started(home: Path, folder: Path, arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run one of Spark's programs, and end it with everything it started."""
    environment = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1"}
    log = (folder / "spark.log").open("ab")
    process = subprocess.Popen(
        [str(home / "bin" / "spark-class"), *arguments.split()],
        env=environment,
        stdout=log,
        stderr=log,
        cwd=folder,
        start_new_session=True,
    )
    log.close()
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait(port: int) -> None:
    for _ in range(UP_S * 5):
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"nothing listens on {port}")
