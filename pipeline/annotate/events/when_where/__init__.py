"""When and where: which dates and places of a sentence, or of those before it, are an event's own."""
