"""The reads of deliberations."""
