"""What is shown, and what a click asks for."""
