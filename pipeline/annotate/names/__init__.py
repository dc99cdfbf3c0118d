"""Names: who, which organisation, where, and the offices that the text gives them.

Takes the text of a page and what the model saw in it. `component` judges the model's entities anew and adds what
the rules of `configs/fr/` find; `roles` ties offices to people; `entities` settles which mentions of one text
are one. Mentions do not overlap, and each counts into the text's entities.
"""
