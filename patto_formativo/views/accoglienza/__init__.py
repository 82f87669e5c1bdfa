"""The welcome on the screen."""
