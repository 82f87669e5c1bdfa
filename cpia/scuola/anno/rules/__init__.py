"""How a school year becomes the next one: pure judgements, each with its reason and its source."""
