"""What is known: the rules, their words, and how verbs are conjugated."""
