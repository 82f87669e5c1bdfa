"""Somebody from outside asks to register: a link goes to the mailbox, nothing else happens yet."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.models import Istituto
from selezioni_pon.models import RegistrazioneCandidato
from selezioni_pon.queries.esterni import aperti_agli_esterni, che_si_sa, lettere_di_oggi
from selezioni_pon.rules.esterni import (
    LETTERE_AL_GIORNO,
    contro_i_dati,
    scade_il,
    va_da_solo,
)
from selezioni_pon.services.esterni.lettere import manda
from selezioni_pon.services.esterni.persone import DatiCandidato

BYTE_DEL_CODICE = 32


@transaction.atomic
def chiedi_registrazione(*, istituto: Istituto, adesso: datetime, dati: DatiCandidato) -> None:
    """Write to who asks to apply; by anybody, without a login.

    What happens does not depend on whom the school knows: the letter alone says whether the link
    is in it, or the way to the office. Nothing goes to a mailbox that has had its letters of the
    day. Raises AttoRifiutato for a minor, for a codice fiscale of somebody else, and where no call
    is open to people of outside.
    """
    oggi = timezone.localdate(adesso)
    esigi(contro_i_dati(dati.codice_fiscale, cognome=dati.cognome, nome=dati.nome, oggi=oggi))
    if not aperti_agli_esterni(istituto.pk, adesso).exists():
        raise rifiuta("nessun_avviso", "Oggi nessun avviso è aperto a chi è di fuori.")
    if lettere_di_oggi(istituto.pk, dati.email, adesso) >= LETTERE_AL_GIORNO:
        return
    codice = secrets.token_urlsafe(BYTE_DEL_CODICE)
    registrazione = RegistrazioneCandidato.objects.create(
        istituto=istituto,
        cognome=dati.cognome,
        nome=dati.nome,
        codice_fiscale=dati.codice_fiscale,
        email=dati.email,
        impronta_codice=impronta(codice),
        chiesta_il=adesso,
        scade_il=scade_il(adesso),
    )
    noto = che_si_sa(istituto.pk, dati.codice_fiscale, dati.email)
    manda(registrazione, codice if va_da_solo(noto) else "", adesso)


def impronta(codice: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(codice.encode()).hexdigest()
