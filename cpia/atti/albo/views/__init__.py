"""The pages of the albo: for anybody, and for the office."""
