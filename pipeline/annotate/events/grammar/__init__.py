"""How a French sentence hangs together: its words, verb groups, noun phrases, and what stands out of its place."""
