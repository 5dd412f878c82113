"""A ledger against reports that people marked: how much of it is right, part by part."""
