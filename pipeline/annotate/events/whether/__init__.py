"""Whether it took place: planned, occurred, called off, denied, doubtful."""
