"""What is read of the selections, always within one institute."""
