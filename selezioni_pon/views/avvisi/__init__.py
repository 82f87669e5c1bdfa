"""The pages of the calls: read, written, published, taken back, gone beyond."""
