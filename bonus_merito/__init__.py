"""Merit bonus: criteria, self-declarations, assessment, bands, division of the fund, acts."""
