"""A ledger beside rows that others coded, in ACLED's or UCDP's layout: what matches, and where they agree."""
