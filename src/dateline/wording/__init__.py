"""Records in plain words, looked up and asked for: what the command line and the pages have in common."""
