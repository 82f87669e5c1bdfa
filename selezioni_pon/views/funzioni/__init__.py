"""The pages of the funzioni strumentali."""
