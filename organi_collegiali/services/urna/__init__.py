"""The acts of secret ballots and elections of persons."""
