"""What stands around a trigger: subjects, objects, complements, and how far they reach."""
