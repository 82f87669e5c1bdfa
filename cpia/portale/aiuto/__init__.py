"""The user guide in the portal: the pages of docs/guida, and which section speaks of a screen."""
