"""Which mentions of one text are one person, one organisation, one place."""
