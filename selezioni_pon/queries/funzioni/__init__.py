"""What is read of the funzioni strumentali."""
