"""The pages of the school years and of the passage."""
