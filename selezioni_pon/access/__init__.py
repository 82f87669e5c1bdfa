"""Who may look and who may act, one module a topic; ``base`` loads what the others start from."""
