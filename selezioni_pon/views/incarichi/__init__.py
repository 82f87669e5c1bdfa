"""The pages of the posts given."""
