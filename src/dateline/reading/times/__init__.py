"""When? Times and dates, resolved against the publication date and the story so far."""
