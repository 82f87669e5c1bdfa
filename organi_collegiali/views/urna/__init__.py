"""The box of a secret vote on the screen: the ballot, the count, paper, persons."""
