"""Groups of level, lessons, attendance, silence."""
