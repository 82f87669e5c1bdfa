"""Funzioni strumentali: who may apply, who examines, to whom they go and until when."""
