"""The judgements on secret ballots and elections of persons."""
