"""The pages of the criteria: read, written, adopted, published."""
