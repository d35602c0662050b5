"""The command line: `huiyin …`."""

import os

# The matrices of a text are small: a second thread of the linear algebra spins beside the one that works. Read when
# numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from huiyin.cli.app import main

__all__ = ["main"]
