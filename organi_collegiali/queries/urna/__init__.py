"""The reads of secret ballots and elections of persons."""
