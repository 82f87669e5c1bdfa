"""The pages of who decides: board, reasons, assessment of one person, tie."""
