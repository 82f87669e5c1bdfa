"""The judgements on the draft of a sitting and what is asked of it."""
