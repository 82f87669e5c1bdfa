"""From one school year to the next: classes, outcomes, what is copied, the passage itself."""
