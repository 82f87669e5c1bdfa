"""The judgements on notices that leave, and their answers."""
