"""The pages of the ranking: as it stands, its acts, the own place, complaints, the public one."""
