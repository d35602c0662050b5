"""Two stores, one truth: the ledger (transactional) and the facts (columnar, derived)."""
