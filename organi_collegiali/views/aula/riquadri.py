"""What the pieces of the vote and of the text show in the room, for the item on the screen."""

from typing import Any

from organi_collegiali.queries.aula import Aula
from organi_collegiali.views.voto.riquadro import riquadro


def riquadri(stanza: Aula) -> dict[str, Any]:
    """The data of ``organi/voto/_pannello.html``; ``organi/delibere/_testo.html`` reads its own.

    In both ``punto`` is the item on the screen, with its sitting and its organ.
    """
    vista = stanza.in_vista
    if vista is None or stanza.in_appello:
        return {}
    return riquadro(vista.punto, stanza.adesso)
