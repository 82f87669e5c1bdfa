"""The register of operations as people read it: one object's history, the whole register."""
