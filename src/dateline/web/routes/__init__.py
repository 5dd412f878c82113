"""Routes, thin: what is asked, who asks, which view model answers."""
