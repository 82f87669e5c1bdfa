"""The register of experts: its rules, its lists, whom a call concerns."""
