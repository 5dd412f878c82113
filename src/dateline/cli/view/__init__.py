"""Records -> what a person reads on a screen. Nothing here reads files or decides anything."""
