"""`python -m huiyin.cli`."""

from huiyin.cli.app import main

main()
