"""What the acts of a commission ask."""
