"""The notes on the discussion, saved while they are typed, and who has an interest in an item."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta, StatoVotazione
from organi_collegiali.models import Convocato, Interesse, Punto, Votazione
from organi_collegiali.services.blocco import blocca_seduta, tocca

SI_SCRIVE = (StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


@dataclass(frozen=True)
class Appunti:
    """What is kept of the discussion of an item, and its version."""

    testo: str
    versione: int


@transaction.atomic
def salva_discussione(
    *, autore: Contesto, adesso: datetime, punto_id: int, testo: str, versione: int
) -> Appunti:
    """Save the notes over the version that was read; the same text twice is one save.

    Raises Conflitto with what stands there when somebody else wrote meanwhile, AttoRifiutato when
    the sitting is over.
    """
    punto = Punto.objects.get(pk=punto_id, istituto=autore.istituto)
    seduta = blocca_seduta(autore, punto.seduta_id, *SI_SCRIVE)
    scritte = Punto.objects.filter(pk=punto_id, istituto=autore.istituto, versione=versione).update(
        discussione=testo, versione=F("versione") + 1
    )
    if not scritte:
        punto.refresh_from_db(fields=["discussione", "versione"])
        attuale = Appunti(punto.discussione, punto.versione)
        if attuale.testo == testo:
            return attuale
        raise Conflitto(attuale)
    annota(
        autore=autore,
        adesso=adesso,
        azione="scrive la discussione",
        oggetto=seduta,
        dati={"punto": punto_id, "versione": versione + 1, "caratteri": len(testo)},
    )
    return Appunti(testo, versione + 1)


@transaction.atomic
def dichiara_interesse(
    *, autore: Contesto, adesso: datetime, punto_id: int, convocato_id: int, motivo: str = ""
) -> Interesse:
    """A member has an interest in an item: does not count and does not vote on it.

    Raises AttoRifiutato when it has already been put to the vote.
    """
    punto, convocato = _punto_e_convocato(autore, punto_id, convocato_id)
    seduta = blocca_seduta(autore, punto.seduta_id, *SI_SCRIVE)
    _esigi_non_votato(punto)
    interesse, nuovo = Interesse.objects.get_or_create(
        istituto=autore.istituto,
        punto=punto,
        convocato=convocato,
        defaults={"motivo": motivo.strip(), "dichiarato_il": adesso},
    )
    if nuovo:
        tocca(seduta, adesso)
        _annota_interesse(autore, adesso, interesse, "dichiara interesse")
    return interesse


@transaction.atomic
def toglie_interesse(
    *, autore: Contesto, adesso: datetime, punto_id: int, convocato_id: int
) -> None:
    """Take back an interest written by mistake, before the vote."""
    punto, convocato = _punto_e_convocato(autore, punto_id, convocato_id)
    seduta = blocca_seduta(autore, punto.seduta_id, *SI_SCRIVE)
    _esigi_non_votato(punto)
    interesse = Interesse.objects.filter(
        istituto=autore.istituto, punto=punto, convocato=convocato
    ).first()
    if interesse is not None:
        tocca(seduta, adesso)
        _annota_interesse(autore, adesso, interesse, "toglie interesse")
        interesse.delete()


def _punto_e_convocato(
    autore: Contesto, punto_id: int, convocato_id: int
) -> tuple[Punto, Convocato]:
    punto = Punto.objects.get(pk=punto_id, istituto=autore.istituto)
    convocato = Convocato.objects.get(
        pk=convocato_id, istituto=autore.istituto, seduta_id=punto.seduta_id
    )
    return punto, convocato


def _esigi_non_votato(punto: Punto) -> None:
    votate = Votazione.objects.filter(istituto_id=punto.istituto_id, punto=punto)
    if punto.esito or votate.exclude(stato=StatoVotazione.ANNULLATA).exists():
        raise rifiuta(
            "votato",
            "Su questo punto si è già votato: chi era fuori per interesse non cambia più.",
            "D.Lgs. 297/1994, art. 37 c. 3",
        )


def _annota_interesse(
    autore: Contesto, adesso: datetime, interesse: Interesse, azione: str
) -> None:
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=interesse.punto.seduta,
        dati={"punto": interesse.punto_id, "convocato": interesse.convocato_id},
    )
