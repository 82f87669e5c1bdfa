"""The judgements on the sitting, live."""
