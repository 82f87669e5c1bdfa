"""The acts of the collegial organs, one function each."""
