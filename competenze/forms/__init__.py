"""What people write: the levels of a class, the campaign that asks for them."""
