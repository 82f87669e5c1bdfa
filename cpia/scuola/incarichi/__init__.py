"""Who holds which role, from when to when, in whose place, by which act."""
