"""Which words tell of an event: from the bare text to triggers whose rules have what they need."""
