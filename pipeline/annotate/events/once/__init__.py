"""Each happening once: the words of one sentence, then the mentions of one text, brought together."""
