"""The page of who directs: own decisions, everybody's deadlines, graphs, a line for each app."""
