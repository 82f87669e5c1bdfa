"""The pages of who is not of the school, and those of the office about them."""
