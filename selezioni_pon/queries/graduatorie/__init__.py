"""What is read of a ranking: as it would be today, as it was written, what changed, who asks."""
