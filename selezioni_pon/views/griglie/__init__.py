"""The pages of the scoring grids: read, written piece by piece, tried."""
