"""The acts of who applies: begun, written step by step, its files, sent, withdrawn."""
