"""The room of a sitting, on the screen."""
