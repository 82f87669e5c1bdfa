"""What the regulation of a school says of duties, infringements and sanctions, as data."""
