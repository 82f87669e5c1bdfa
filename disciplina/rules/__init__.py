"""The judgement of the discipline: organs, steps, terms, appeals. Pure: no Django, no clock."""
