"""The judgements on deliberations."""
