"""One view model a page: frozen records between the store and the templates."""
