"""What the person who started the demo must be told."""


class AvvioImpossibile(Exception):
    """The launcher cannot go on; the message is in Italian and says what to do."""
