"""What the papers of the agreement say."""
