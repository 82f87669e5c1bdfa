"""The draft of a sitting: its screen, its agenda, what is on file, the way to the signature."""
