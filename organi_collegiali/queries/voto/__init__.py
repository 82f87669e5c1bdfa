"""The reads of open votes and the place of a member."""
