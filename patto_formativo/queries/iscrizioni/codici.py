"""The code of the receipt, with which who has no login yet follows the application."""

import base64
import hashlib

from django.utils.crypto import salted_hmac

LETTERE = 12  # of five bits each: nobody guesses sixty of them
SIMILI = str.maketrans("018", "OIB")


def codice_di(istituto_id: int, chiave: str) -> str:
    """The code of the receipt, from the secret key of the form that was sent.

    The same form sent twice has the same code: it is one application. It is not kept anywhere.
    """
    segreto = salted_hmac("patto.iscrizione", f"{istituto_id}:{chiave}", algorithm="sha256")
    lettere = base64.b32encode(segreto.digest()).decode()[:LETTERE]
    return "-".join(lettere[i : i + 4] for i in range(0, LETTERE, 4))


def impronta_del_codice(codice: str) -> str:
    """What is kept of a code; how it was typed (spaces, small letters, 0 for O) does not matter."""
    piano = "".join(c for c in codice.upper() if c.isalnum()).translate(SIMILI)
    return hashlib.sha256(piano.encode()).hexdigest()
