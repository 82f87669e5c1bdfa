"""The whole of an application as it is frozen: what is signed, and what is sent.

Everything that the score needs is in it, the grid with its way to read marks too, so that it can
be judged again for ever. Only text, whole numbers, truths and their lists: one writing, one hash.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from cpia.atti.rules import impronta_dati
from selezioni_pon.enums import ChiPropone, TipoAllegato
from selezioni_pon.models import AllegatoCandidatura, Candidatura
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.domanda.passi import CAMPI
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.invio import CartaFirmata

FORMA: Final = "candidatura/1"
# They come after the paper, of which they say how it was signed.
DELLA_FIRMA: Final = (TipoAllegato.FIRMATA.value, TipoAllegato.IDENTITA.value)
A_PARTE: Final = frozenset({"proposta", "offerta", "titolo_di_studio", "giorni_servizio"})


def allegati_di(candidatura: Candidatura) -> list[AllegatoCandidatura]:
    """The files that a draft holds now, those of its signature last. One query."""
    vigenti = candidatura.allegati.filter(tolto_il__isnull=True).order_by("pk")
    return sorted(vigenti, key=lambda uno: uno.tipo in DELLA_FIRMA)


def contenuto_di(
    candidatura: Candidatura, allegati: Iterable[AllegatoCandidatura]
) -> dict[str, Any]:
    """What somebody signs: the application without the files of its signature. One query.

    ``candidatura`` with its person, its call with grid, selection and project. Raises ValueError
    for a call without a grid.
    """
    griglia = griglia_di(candidatura.avviso)
    risposte = {una.voce: una for una in candidatura.risposte.all() if una.valore}
    dichiarate = [voce for voce in _dichiarabili(griglia) if voce in risposte]
    return {
        "forma": FORMA,
        "avviso": _avviso(candidatura),
        "chi": _chi(candidatura),
        "requisiti": _requisiti(candidatura),
        "titolo_di_studio": candidatura.titolo_di_studio,
        "giorni_servizio": candidatura.giorni_servizio,
        "offerta": None if candidatura.offerta is None else f"{candidatura.offerta:.2f}",
        "proposta": candidatura.proposta,
        "griglia": candidatura.avviso.griglia.dati if candidatura.avviso.griglia else {},
        "contesa": griglia.contesa.value,
        "titoli": {voce: risposte[voce].valore for voce in dichiarate},
        "descrizioni": {voce: risposte[voce].descrizione for voce in dichiarate},
        "allegati": [_file(uno) for uno in allegati if uno.tipo not in DELLA_FIRMA],
    }


def impronta_di(contenuto: Mapping[str, Any]) -> str:
    """The SHA-256 of the one writing of a content."""
    return impronta_dati(contenuto)


def firmato(
    contenuto: Mapping[str, Any],
    carta: CartaFirmata,
    foglio: str,
    file: Iterable[AllegatoCandidatura],
) -> dict[str, Any]:
    """What is sent: the content with how it was signed, on which paper, and the files of that."""
    firma = {
        "forma": carta.forma.value,
        "stessa": carta.stessa,
        "foglio": foglio,
        "file": [_file(uno) for uno in file],
    }
    return {**contenuto, "firma": firma}


def _dichiarabili(griglia: Griglia) -> list[str]:
    return [voce.numero for voce in griglia.voci if voce.chi is ChiPropone.CANDIDATO]


def _avviso(candidatura: Candidatura) -> dict[str, Any]:
    avviso = candidatura.avviso
    return {
        "id": avviso.pk,
        "ruolo": avviso.selezione.ruolo,
        "progetto": avviso.selezione.progetto.titolo,
        "fase": avviso.fase,
    }


def _chi(candidatura: Candidatura) -> dict[str, Any]:
    chi = candidatura.persona
    return {
        "cognome": chi.cognome,
        "nome": chi.nome,
        "codice_fiscale": chi.codice_fiscale or "",
        "data_nascita": chi.data_nascita.isoformat() if chi.data_nascita else "",
        "email": chi.email,
    }


def _requisiti(candidatura: Candidatura) -> dict[str, Any]:
    campi = (campo for gruppo in CAMPI.values() for campo in gruppo if campo not in A_PARTE)
    return {campo: getattr(candidatura, campo) for campo in campi}


def _file(allegato: AllegatoCandidatura) -> dict[str, Any]:
    return {
        "tipo": allegato.tipo,
        "voce": allegato.voce,
        "titolo": allegato.titolo,
        "nome": allegato.nome_file,
        "impronta": allegato.impronta,
        "byte": allegato.byte,
    }
