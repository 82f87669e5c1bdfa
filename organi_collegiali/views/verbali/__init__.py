"""The minutes on the screen."""
