"""The judgements on minutes."""
