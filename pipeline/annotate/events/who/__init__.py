"""Who takes part: the names of a sentence, and whom a pronoun, an office or a noun stands for."""
