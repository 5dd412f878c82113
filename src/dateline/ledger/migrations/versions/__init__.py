"""One file a change, each frozen once it is released."""
