"""What a file says and what it would change. Pure: bytes and plain values in, judgement out."""
