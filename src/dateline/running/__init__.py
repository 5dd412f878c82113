"""One run over many inputs: which are read, in what processes, how far it is and where it goes on."""
