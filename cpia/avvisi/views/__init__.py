"""The desk, the notices, the long works, the calendar: each for who is asking and nobody else."""
