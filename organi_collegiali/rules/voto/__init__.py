"""The judgements on open votes and the place of a member."""
