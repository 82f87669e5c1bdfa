"""The card of a sitting and the acts on its notices."""
