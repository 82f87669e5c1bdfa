"""The papers of the classes: their frozen words, and how the rows become them."""
