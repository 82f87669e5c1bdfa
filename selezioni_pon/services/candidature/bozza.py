"""An application is begun, written step by step, thrown away while it was never sent."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import Passo, Provenienza
from selezioni_pon.models import Avviso, Candidatura
from selezioni_pon.queries.bando import compenso_di
from selezioni_pon.queries.candidature.impronte import Tenuta, impronta_del_passo
from selezioni_pon.queries.candidature.proprie import contro_la_scrittura, da_dove, mia_per
from selezioni_pon.rules.domanda.passi import CAMPI
from selezioni_pon.rules.offerta import verifica_offerta
from selezioni_pon.services.candidature.allegati import togli_file
from selezioni_pon.services.candidature.blocco import (
    DI_SOLITO,
    SCRIVE,
    blocca_candidatura,
    blocca_da_scrivere,
)


@transaction.atomic
def comincia_candidatura(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Candidatura:
    """Begin the own application to a call that takes them; the same one if it was begun.

    Who works in the school applies from it. Raises AttoRifiutato for who may not apply and when
    the term is over.
    """
    avviso = Avviso.objects.select_related("istituto").get(pk=avviso_id, istituto=autore.istituto)
    gia = mia_per(autore, avviso)
    if gia is not None:
        return gia
    esigi(contro_la_scrittura(autore, avviso))
    possibili = da_dove(autore, avviso)
    try:
        with transaction.atomic():
            candidatura = Candidatura.objects.create(
                istituto=autore.istituto, avviso=avviso, persona=autore.persona,
                provenienza=possibili[0].value if len(possibili) == 1 else "",
                cominciata_il=adesso, modificata_il=adesso,
            )  # fmt: skip
    except IntegrityError:  # the other click came first
        return Candidatura.objects.get(
            istituto=autore.istituto, avviso=avviso, persona=autore.persona
        )
    annota(autore=autore, adesso=adesso, azione="comincia candidatura", oggetto=candidatura)
    return candidatura


@transaction.atomic
def scrivi_passo(
    *, autore: Contesto, adesso: datetime, candidatura_id: int, passo: Passo, letta: int,
    campi: Mapping[str, object],
) -> Candidatura:  # fmt: skip
    """Write columns of one step, complete or not; ``letta`` is the fingerprint that was read.

    Raises Conflitto when the step is not as it was read; AttoRifiutato when the term is over, for
    a column of another step, for who says to come from where he or she does not, for a price that
    the call does not admit.
    """
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    esigi_passo(candidatura, passo, letta)
    if not set(campi) <= set(CAMPI.get(passo, ())):
        raise rifiuta("campo_ignoto", "In questo passo non si scrive altro.")
    _esigi_provenienza(autore, candidatura.avviso, campi.get("provenienza"))
    _esigi_offerta(candidatura.avviso, campi.get("offerta"))
    for nome, valore in campi.items():
        setattr(candidatura, nome, valore)
    candidatura.modificata_il = adesso
    candidatura.versione += 1
    candidatura.save(update_fields=[*campi, *DI_SOLITO])
    annota(
        autore=autore, adesso=adesso, azione=SCRIVE, oggetto=candidatura,
        dati={"passo": passo.value},
    )  # fmt: skip
    return candidatura


@transaction.atomic
def elimina_candidatura(*, autore: Contesto, adesso: datetime, candidatura_id: int) -> Avviso:
    """Throw away an application never sent, with its titles and files; its call is given back.

    Also when the term is over: nobody else ever read it. Raises AttoRifiutato for one sent.
    """
    candidatura = blocca_candidatura(autore, candidatura_id)
    if candidatura.invii.exists():
        testo = "La domanda è stata inviata: resta agli atti. Si può ritirare, non eliminare."
        raise rifiuta("gia_inviata", testo)
    annota(autore=autore, adesso=adesso, azione="elimina candidatura", oggetto=candidatura)
    for allegato in candidatura.allegati.all():
        togli_file(allegato)
        allegato.delete()
    avviso = candidatura.avviso
    candidatura.delete()
    return avviso


def esigi_passo(candidatura: Candidatura, passo: Passo, letta: int) -> None:
    """Raise Conflitto, which carries the row and its fingerprint, when it is not as it was read."""
    adesso = impronta_del_passo(candidatura, passo)
    if adesso != letta:
        raise Conflitto(Tenuta(candidatura, adesso))


def _esigi_provenienza(autore: Contesto, avviso: Avviso, detta: object) -> None:
    possibili = da_dove(autore, avviso)
    if detta and detta not in possibili:
        testo = "Scegli da dove ti candidi fra le possibilità che ci sono."
        if possibili == [Provenienza.INTERNO]:
            testo = "Lavori in questa scuola: ti candidi da qui."
        raise rifiuta("provenienza", testo, campo="provenienza")


def _esigi_offerta(avviso: Avviso, euro: object) -> None:
    compenso = compenso_di(avviso)
    if isinstance(euro, Decimal) and compenso is not None:
        esigi(verifica_offerta(int(euro * 100), compenso))
