"""What the commission of a call reads: who judges, the titles, the points, the scores."""
