"""The criteria as they are read: the list of the versions, one of them whole, where one begins."""
