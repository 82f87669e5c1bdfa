"""What people write about the regulations."""
