"""The acts on the commission of a call and of the commission on the applications."""
