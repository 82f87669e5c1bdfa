"""What is typed to give a post: who, by when, the answer, the contract, the check of the work."""
