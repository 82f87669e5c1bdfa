"""The pages of the commission of a call."""
