"""The acts of deliberations."""
