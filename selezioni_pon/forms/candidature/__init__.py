"""What whoever applies fills: each step, each item, each file."""
