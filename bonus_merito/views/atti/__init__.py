"""The pages of the outcome."""
