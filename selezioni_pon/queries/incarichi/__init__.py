"""What is read of the posts given: whose turn it is, proposals, contracts, the register."""
