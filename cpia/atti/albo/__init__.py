"""The albo: acts made public by law, numbered without gaps, taken down when their days are over."""
