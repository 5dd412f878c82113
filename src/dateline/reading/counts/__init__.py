"""How many? Numbers of people, weapons and things, and what is said of them."""
