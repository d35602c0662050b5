"""`python -m huiyin.cli`."""

from huiyin.cli import main

main()
