"""The pages and the REST API over one ledger."""
