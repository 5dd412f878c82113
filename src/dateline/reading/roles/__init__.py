"""Who did what to whom, who is blamed, what was struck, and why."""
