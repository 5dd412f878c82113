"""What happened? Triggers, what is told beside each, and which tellings are of one event."""
