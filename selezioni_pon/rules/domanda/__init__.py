"""The draft of an application: who may begin one, what it asks, what it still lacks."""
