"""The papers of the selections."""
