"""The pages of deliberations: the register, one of them, its text before the vote."""
