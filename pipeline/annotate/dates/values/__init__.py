"""What a time expression says, before it is known what it means: small frozen values that are put together.

Each can be read in a context (`pipeline.annotate.dates.reading`). Fields that the words leave open are null.
"""
