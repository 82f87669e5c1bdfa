"""The screens of who learns, and the courtesy texts that they speak."""
