"""What the templates of the panel are given, for the room and for the panel by itself."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import Scelta, StatoVotazione
from organi_collegiali.forms.voto import CifreForm, VotazioneForm
from organi_collegiali.models import Punto
from organi_collegiali.queries.voto.pannello import Pannello, pannello

# The choices that somebody asks to have written, the likeliest first.
NOMI = [(s.value, s.etichetta) for s in (Scelta.CONTRARIO, Scelta.ASTENUTO, Scelta.FAVOREVOLE)]


def riquadro(
    punto: Punto,
    adesso: datetime,
    *,
    dati: Any = None,
    violazioni: Sequence[Violazione] = (),
) -> dict[str, Any]:
    """The data of ``organi/voto/_pannello.html``, with what was typed and what was refused.

    ``punto`` comes with its sitting and organ. A vote that is open on another item, as on the
    order of the agenda, comes first: nothing else can be voted.
    """
    visto = pannello(punto, adesso)
    if visto.altrove:
        altro = visto.altrove.punto
        altro.seduta = punto.seduta
        visto = pannello(altro, adesso)
    nuova = VotazioneForm(dati, initial=_proposto(visto)) if visto.stato == "nuova" else None
    cifre = None
    if visto.votazione and visto.votazione.stato == StatoVotazione.APERTA:
        cifre = CifreForm(dati, visto.proposte)
    return {
        "pannello": visto,
        "form_voto": nuova,
        "form_cifre": cifre,
        "segnati": _segnati(visto, dati),
        "nomi_scelte": NOMI,
        "rifiuti": [v for v in violazioni if not v.campo or v.campo in ("modo", "nomi")],
        "ai_campi": {v.campo: v for v in violazioni if v.campo},
    }


def _proposto(visto: Pannello) -> dict[str, str]:
    """What is most likely to be voted now: the text of the item, in the form that it must have."""
    dovuta = visto.dovuta
    return {
        "genere": "proposta",
        "forma": dovuta.valore.value if dovuta else "palese",
        "modo_palese": "alzata",
        "modo_segreta": "urna",
        "testo": visto.punto.testo_proposto or f"di approvare: {visto.punto.titolo}",
    }


def _segnati(visto: Pannello, dati: Any) -> dict[int, str]:
    """The names that are written, or that somebody was writing."""
    if dati is not None:
        scritti = {c.pk: dati.get(f"nome_{c.pk}", "") for c in visto.votanti}
        return {pk: scelta for pk, scelta in scritti.items() if scelta}
    return {pk: voto.scelta for pk, voto in visto.nomi.items()}
