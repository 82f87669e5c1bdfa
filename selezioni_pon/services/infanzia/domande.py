"""The applications as the office registers them, checks them, and takes note of who gives up."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Max

from cpia.atti.enums import Verso
from cpia.atti.services import annota, protocolla
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import DomandaInfanzia, TitoloInfanzia
from selezioni_pon.services.infanzia.blocco import blocca_domanda, blocca_elenco
from selezioni_pon.services.infanzia.controlli import DatiDomanda, esigi_domanda
from selezioni_pon.services.infanzia.persone import (
    FIRMANO,
    Adulto,
    DatiBambino,
    affida,
    bambino_della,
)

OGGETTO: Final = "Domanda di iscrizione alla scuola dell’infanzia"


@transaction.atomic
def registra_domanda(
    *,
    autore: Contesto,
    adesso: datetime,
    elenco_id: int,
    bambino: DatiBambino,
    adulti: tuple[Adulto, ...],
    dati: DatiDomanda,
) -> DomandaInfanzia:
    """Register the application of a family, with a number and a protocol: the office may.

    The child and who answers for it become known to the school; who has an e-mail is invited to
    the portal. A second click gives the same one. Raises AttoRifiutato for an age that is not of
    the infanzia, a precedence that is not shown (DISABILITA: only of who lives in the territory),
    a child that is there already, and for who comes after the count of August.
    """
    elenco = blocca_elenco(autore, elenco_id)
    esigi_domanda(autore, elenco, bambino.data_nascita, dati)
    if not adulti:
        testo = "Scrivi chi risponde del bambino: un genitore, almeno."
        raise rifiuta("senza_adulti", testo, FIRMANO, "adulto1_cognome")
    chi = bambino_della(autore, bambino)
    gia = elenco.domande.filter(bambino=chi).first()
    if gia is not None:
        if gia.registrata_da_id == autore.persona.pk and _uguale(gia, dati):
            return gia
        testo = f"La domanda per {chi} c’è già: è la numero {gia.numero}."
        raise rifiuta("domanda_presa", testo, campo="cognome")
    domanda = DomandaInfanzia(
        istituto=autore.istituto,
        elenco=elenco,
        numero=(elenco.domande.aggregate(n=Max("numero"))["n"] or 0) + 1,
        bambino=chi,
        registrata_il=adesso,
        registrata_da=autore.persona,
        protocollo=protocolla(
            autore=autore, adesso=adesso, oggetto=OGGETTO, verso=Verso.ENTRATA, riservato=True
        ),
    )
    _scrivi(domanda, dati)
    domanda.save()
    _titoli(domanda, dati.titoli)
    affida(autore, adesso, chi, adulti)
    annota(
        autore=autore, adesso=adesso, azione="registra domanda per l’infanzia", oggetto=domanda,
        dati={"numero": domanda.numero},
    )  # fmt: skip
    return domanda


@transaction.atomic
def scrivi_domanda(
    *, autore: Contesto, adesso: datetime, domanda_id: int, versione: int, dati: DatiDomanda
) -> DomandaInfanzia:
    """Correct an application, or write what its check found of each title.

    What a version made before said stays as it was. Raises Conflitto, AttoRifiutato.
    """
    domanda = blocca_domanda(autore, domanda_id)
    esigi_letta(domanda, versione)
    nascita = domanda.bambino.data_nascita
    if nascita is None:
        raise rifiuta("senza_nascita", "Manca il giorno di nascita: scrivilo nelle persone.")
    esigi_domanda(autore, domanda.elenco, nascita, dati)
    _scrivi(domanda, dati)
    domanda.save(
        update_fields=[
            "presentata_il", "residente", "residenza_dal", "precedenza", "precedenza_da",
            "versione",
        ]
    )  # fmt: skip
    domanda.titoli.all().delete()
    _titoli(domanda, dati.titoli)
    # Neither the precedence nor the titles are of the register, which others read too.
    annota(
        autore=autore, adesso=adesso, azione="scrive domanda per l’infanzia", oggetto=domanda,
        dati={"titoli": len(dati.titoli)},
    )  # fmt: skip
    return domanda


def _scrivi(domanda: DomandaInfanzia, dati: DatiDomanda) -> None:
    domanda.presentata_il = dati.presentata_il
    domanda.residente, domanda.residenza_dal = dati.residente, dati.residenza_dal
    domanda.precedenza, domanda.precedenza_da = dati.precedenza, dati.precedenza_da.strip()


def _titoli(domanda: DomandaInfanzia, titoli: Mapping[str, str]) -> None:
    TitoloInfanzia.objects.bulk_create(
        TitoloInfanzia(
            istituto_id=domanda.istituto_id, domanda=domanda, voce=voce, non_conta=perche.strip()
        )
        for voce, perche in titoli.items()
    )


def _uguale(domanda: DomandaInfanzia, dati: DatiDomanda) -> bool:
    """Whether a row says the same: a second click."""
    return domanda.versione == 1 and (domanda.presentata_il, domanda.precedenza) == (
        dati.presentata_il,
        dati.precedenza,
    )
