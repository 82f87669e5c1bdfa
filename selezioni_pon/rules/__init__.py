"""The judgement on selections: exact, with its reasons."""
