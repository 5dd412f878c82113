"""Who is in the report? Parties and people, each with the words that name it."""
