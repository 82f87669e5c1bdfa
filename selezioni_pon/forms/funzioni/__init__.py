"""What is typed for the funzioni strumentali."""
