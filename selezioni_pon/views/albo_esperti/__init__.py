"""The pages of the register of experts."""
