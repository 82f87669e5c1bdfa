"""Addresses that carry a secret stay out of the logs."""

import logging
import re


class SenzaCodice(logging.Filter):
    """Refused requests are logged with their address: not with the code that may still be good."""

    def __init__(self, cartella: str) -> None:
        super().__init__()
        self.codice = re.compile(rf"(?<=/{re.escape(cartella)}/)[^/\s]+")

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                self.codice.sub("…", argomento) if isinstance(argomento, str) else argomento
                for argomento in record.args
            )
        return True


def tieni_fuori_dai_log(cartella: str) -> None:
    """Blot out of the logs what follows ``/cartella/`` in an address."""
    for nome in ("django.request", "django.security.csrf", "django.server"):
        logging.getLogger(nome).addFilter(SenzaCodice(cartella))
