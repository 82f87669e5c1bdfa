"""The pages of the regulations."""
