"""The screens of the vote, and the place of a member."""
