"""The acts of the bonus, one module a topic."""
