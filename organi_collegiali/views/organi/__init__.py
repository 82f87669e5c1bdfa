"""The pages of organs, mandates and elections."""
