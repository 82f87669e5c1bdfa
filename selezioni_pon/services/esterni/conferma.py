"""The mailbox is proved: who asked becomes a person of the school, with a role and a login."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota_di_chi_non_entra
from cpia.norme.errori import rifiuta
from cpia.scuola.models import Istituto, Persona
from cpia.scuola.services.inviti import nuovo_invito
from selezioni_pon.models import RegistrazioneCandidato
from selezioni_pon.queries.esterni import che_si_sa
from selezioni_pon.rules.esterni import va_da_solo
from selezioni_pon.services.esterni.persone import DatiCandidato, dai_ruolo, persona_di
from selezioni_pon.services.esterni.richiesta import impronta

CONFERMA: Final = "conferma registrazione di candidato"
IN_SEGRETERIA: Final = (
    "Nel frattempo qualcosa è cambiato, e da qui non si può andare avanti: rivolgiti alla "
    "segreteria con un documento d’identità."
)


class RegistrazioneNonValida(Exception):
    """The link opens nothing; ``sconosciuta`` when no such code was ever given here."""

    def __init__(self, *, sconosciuta: bool) -> None:
        self.sconosciuta = sconosciuta
        super().__init__("registrazione non valida")


@dataclass(frozen=True, slots=True)
class Confermata:
    """Who has registered, and the path of the invitation; empty for who has the login already."""

    persona: Persona
    invito: str


def registrazione_aperta(
    istituto: Istituto, codice: str, adesso: datetime
) -> RegistrazioneCandidato:
    """The registration that a code opens. Raises RegistrazioneNonValida."""
    trovata = RegistrazioneCandidato.objects.filter(
        istituto=istituto, impronta_codice=impronta(codice)
    ).first()
    if trovata is None:
        raise RegistrazioneNonValida(sconosciuta=True)
    if trovata.confermata_il is not None or trovata.scade_il <= adesso:
        raise RegistrazioneNonValida(sconosciuta=False)
    return trovata


@transaction.atomic
def conferma_registrazione(*, istituto: Istituto, adesso: datetime, codice: str) -> Confermata:
    """Make a candidate of who has opened the link; by the code of the letter, without a login.

    The person is the one with the same codice fiscale and the same mailbox, or a new one, who may
    only apply until the office has seen a document: a codice fiscale is no secret. The role lasts
    its months. Who has no login gets the invitation at once: the mailbox is proved.
    Raises RegistrazioneNonValida, AttoRifiutato when meanwhile the school knows other data.
    """
    RegistrazioneCandidato.objects.select_for_update().filter(
        istituto=istituto, impronta_codice=impronta(codice)
    ).first()
    riga = registrazione_aperta(istituto, codice, adesso)
    if not va_da_solo(che_si_sa(istituto.pk, riga.codice_fiscale, riga.email)):
        raise rifiuta("in_segreteria", IN_SEGRETERIA)
    dati = DatiCandidato(riga.cognome, riga.nome, riga.codice_fiscale, riga.email)
    oggi = timezone.localdate(adesso)
    persona = persona_di(istituto, dati, oggi, da_accertare=True)
    incarico = dai_ruolo(persona, oggi)
    riga.persona, riga.confermata_il = persona, adesso
    riga.save(update_fields=["persona", "confermata_il"])
    _togli_le_altre(riga)
    annota_di_chi_non_entra(
        istituto=istituto, adesso=adesso, azione=CONFERMA, oggetto=persona,
        dati={"incarico": incarico.pk if incarico else None},
    )  # fmt: skip
    return Confermata(persona, _invito(persona, adesso))


def _togli_le_altre(riga: RegistrazioneCandidato) -> None:
    """The other links of who has registered open nothing any more."""
    RegistrazioneCandidato.objects.filter(
        istituto_id=riga.istituto_id, codice_fiscale=riga.codice_fiscale, email=riga.email,
        confermata_il__isnull=True,
    ).delete()  # fmt: skip


def _invito(persona: Persona, adesso: datetime) -> str:
    """The path of the invitation: who is here came by the mailbox to which it would go."""
    if persona.utente_id is not None:
        return ""
    _, indirizzo = nuovo_invito(persona=persona, adesso=adesso)
    return urlsplit(indirizzo).path
