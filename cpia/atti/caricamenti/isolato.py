"""The libraries that open foreign files run in a process of their own, with little of everything.

A file made on purpose can ask of them all the memory and all the time there is, from inside code
that nothing can interrupt: there it takes away a small process and not a web worker.
"""

import subprocess
import sys
from pathlib import Path

from cpia.atti.caricamenti.esito import FileRifiutato

QUI = Path(__file__).parent
AL_PIU = 20.0  # seconds on the wall; those of the processor are limited inside
TROPPO = (
    "Il file è rovinato o troppo pesante da aprire: "
    "riaprilo con il suo programma, salvalo di nuovo e carica il file nuovo."
)
RIFIUTO = 3


def esamina(esame: str, contenuto: bytes) -> bytes:
    """What the exam of this name (a script beside this file) makes of the bytes.

    Raises ``FileRifiutato`` with the sentence of the exam, or when it did not get to the end.
    """
    try:
        finito = subprocess.run(  # noqa: S603 -- our own script, under our own interpreter
            [sys.executable, "-I", str(QUI / f"{esame}.py")],
            input=contenuto,
            capture_output=True,
            timeout=AL_PIU,
            check=False,
        )
    except subprocess.TimeoutExpired as guasto:
        raise FileRifiutato(TROPPO) from guasto
    if finito.returncode == RIFIUTO:
        raise FileRifiutato(finito.stderr.decode("utf-8", "replace").strip())
    if finito.returncode:
        raise FileRifiutato(TROPPO)
    return finito.stdout
