"""Where? Names of places, which of them are meant as places, and where those lie."""
