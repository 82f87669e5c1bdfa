"""The judgement on the merit bonus: exact, with its reasons."""
