"""The judgements asked from outside: strict reading, one module a kind, faults with their path."""
