"""Invitations: how who works in a school gets the login, which nobody takes by oneself.

The code is only in the mail; here is its hash. It ends with a mark of the address it was sent to,
so that it is worth nothing once the e-mail of the person has been corrected.
"""

import hashlib
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import formataddr
from smtplib import SMTPRecipientsRefused

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from cpia.scuola.access import Contesto
from cpia.scuola.models import Invito, Istituto, Persona, Utente
from cpia.scuola.parole import giorno_e_ora
from cpia.scuola.personale import Accesso, accesso_per_email, fra, personale
from cpia.scuola.registri import annota
from cpia.scuola.tenancy import istituto_corrente

# A week reaches also who opens the school's mailbox once in it; a link that opens an account must
# not lie longer in a mailbox that others may read.
DURA = timedelta(days=7)
BYTE_DEL_CODICE = 32
MOTIVI = {
    Accesso.FATTO: "ha già l’accesso",
    Accesso.MANCA_EMAIL: "manca l’e-mail",
}


class InvitoRifiutato(Exception):
    """An invitation that cannot be made or accepted; ``motivi`` say why, in Italian."""

    def __init__(self, motivi: Iterable[str]) -> None:
        self.motivi = tuple(motivi)
        super().__init__("; ".join(self.motivi))


class InvitoNonValido(Exception):
    """The link opens nothing; ``sconosciuto`` when no such code was ever given here."""

    def __init__(self, *, sconosciuto: bool) -> None:
        self.sconosciuto = sconosciuto
        super().__init__("invito sconosciuto" if sconosciuto else "invito non più valido")


class AccessoEsistente(Exception):
    """Who is invited already has a login: it is linked by signing in with it."""


@dataclass
class Spedizione:
    """What became of the mails; known when the transaction of the act has ended."""

    inviati: list[Persona] = field(default_factory=list)
    non_inviati: list[Persona] = field(default_factory=list)


@transaction.atomic
def invita(*, autore: Contesto, adesso: datetime, persone: Collection[int]) -> Spedizione:
    """Invite by mail these persons of the staff (ids), each with one link worth seven days.

    By the segreteria didattica. A former link of the same person is worth nothing from now on.
    The mails leave when the transaction ends; who could not be reached is as if never invited.
    Raises InvitoRifiutato, and nobody is invited, when one of them has the login or no e-mail.
    """
    tutte = personale(autore.istituto.pk, adesso, autore.oggi)
    scelte = list(fra(tutte, persone).select_for_update(of=("self",)))
    rifiuti = [f"{p.nome_e_cognome}: {MOTIVI[m]}." for p in scelte if (m := _manca(p))]
    if rifiuti:
        raise InvitoRifiutato(rifiuti)
    return _manda(autore, adesso, scelte)


@transaction.atomic
def invita_iscritti(
    *, autore: Contesto, adesso: datetime, persone: Iterable[Persona]
) -> Spedizione:
    """Invite who enrols or answers for who enrols; part of the act that takes the application.

    Who has the login already, or no e-mail, is passed over.
    """
    return _manda(autore, adesso, [persona for persona in persone if _manca(persona) is None])


def _manda(autore: Contesto, adesso: datetime, scelte: Iterable[Persona]) -> Spedizione:
    spedizione = Spedizione()
    inviti = [nuovo_invito(persona=persona, adesso=adesso) for persona in scelte]
    for invito, _ in inviti:
        _annota(autore, adesso, "invita persona", invito)
    transaction.on_commit(lambda: _spedisci(autore, adesso, inviti, spedizione))
    return spedizione


def _annota(autore: Contesto, adesso: datetime, azione: str, invito: Invito) -> None:
    """The address is kept: it is where the only copy of the code goes."""
    dati = {"email": invito.persona.email, "scade_il": invito.scade_il.isoformat()}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=invito.persona, dati=dati)


def _manca(persona: Persona) -> Accesso | None:
    if persona.utente_id is not None:
        return Accesso.FATTO
    return None if persona.email else Accesso.MANCA_EMAIL


def nuovo_invito(*, persona: Persona, adesso: datetime) -> tuple[Invito, str]:
    """The invitation and its address, which is known now and never again; part of who invites."""
    Invito.objects.filter(
        istituto_id=persona.istituto_id, persona=persona, scade_il__gt=adesso
    ).update(scade_il=adesso)
    codice = secrets.token_urlsafe(BYTE_DEL_CODICE) + _segno(persona.email)
    invito = Invito.objects.create(
        istituto_id=persona.istituto_id,
        persona=persona,
        impronta_codice=impronta(codice),
        inviato_il=adesso,
        scade_il=adesso + DURA,
    )
    percorso = reverse("invito", args=[persona.istituto.slug, codice])
    return invito, f"{settings.PORTALE_URL}{percorso}"


def impronta(codice: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(codice.encode()).hexdigest()


def _segno(email: str) -> str:
    """The mark of an address, at the end of every code sent to it."""
    return hashlib.sha256(email.lower().encode()).hexdigest()[:8]


def _spedisci(
    autore: Contesto,
    adesso: datetime,
    inviti: list[tuple[Invito, str]],
    spedizione: Spedizione,
) -> None:
    """One connection for all; when it breaks, who is left is not even tried."""
    posta, persi, in_linea = get_connection(), [], True
    for invito, indirizzo in inviti:
        try:
            spedito = in_linea and _spedito(posta, _messaggio(autore.istituto, invito, indirizzo))
        except OSError:
            spedito = in_linea = False
        if spedito:
            spedizione.inviati.append(invito.persona)
        else:
            spedizione.non_inviati.append(invito.persona)
            persi.append(invito)
    if in_linea:
        posta.close()
    _dimentica(autore, adesso, persi)


def _spedito(posta: BaseEmailBackend, messaggio: EmailMessage) -> bool:
    """False when this address is refused. Raises OSError when the server does not answer."""
    posta.open()
    try:
        return bool(posta.send_messages([messaggio]))
    except (SMTPRecipientsRefused, ValueError):
        return False


def _messaggio(istituto: Istituto, invito: Invito, indirizzo: str) -> EmailMessage:
    persona = invito.persona
    testo = render_to_string(
        "scuola/posta_invito.txt",
        {
            "istituto": istituto,
            "persona": persona,
            "indirizzo": indirizzo,
            "scade": giorno_e_ora(invito.scade_il),
        },
    )
    return EmailMessage(
        subject=_su_una_riga(f"[{istituto}] Il tuo accesso al portale della scuola"),
        body=testo,
        to=[formataddr((_su_una_riga(persona.nome_e_cognome), persona.email))],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _su_una_riga(testo: str) -> str:
    """A line break in a header would begin another one."""
    return " ".join(testo.split())


def _dimentica(autore: Contesto, adesso: datetime, persi: list[Invito]) -> None:
    """Nobody has the code of an invitation that did not leave; the register says so."""
    if not persi:
        return
    with istituto_corrente(autore.istituto.pk):
        for invito in persi:
            _annota(autore, adesso, "invito non partito", invito)
        ids = [invito.pk for invito in persi]
        Invito.objects.filter(istituto=autore.istituto, pk__in=ids).delete()


def invito_valido(istituto: Istituto, codice: str, adesso: datetime) -> Invito:
    """The invitation that a code opens today. Raises InvitoNonValido."""
    trovato = (
        Invito.objects.select_related("persona")
        .filter(istituto=istituto, impronta_codice=impronta(codice))
        .first()
    )
    if trovato is None:
        raise InvitoNonValido(sconosciuto=True)
    persona = trovato.persona
    if (
        trovato.accettato_il is not None
        or trovato.scade_il <= adesso
        or persona.utente_id is not None
        or not codice.endswith(_segno(persona.email))
    ):
        raise InvitoNonValido(sconosciuto=False)
    return trovato


@transaction.atomic
def accetta_con_password(
    *, autore: Persona, adesso: datetime, codice: str, password: str
) -> Utente:
    """The invited person gets a login with the e-mail that received the code, thereby verified.

    ``password`` was judged by the form. Raises InvitoNonValido, AccessoEsistente.
    """
    invito = _bloccato(autore.istituto, codice, adesso)
    email = invito.persona.email.lower()
    _uno_solo(email)
    if accesso_per_email(email):
        raise AccessoEsistente
    utente = _con_password(email, password)
    EmailAddress.objects.update_or_create(
        user=utente, email=email, defaults={"verified": True, "primary": True}
    )
    _accetta(invito, utente, adesso)
    return utente


def _con_password(email: str, password: str) -> Utente:
    """A new login, or the one that was made and never had a password."""
    utente = Utente.objects.filter(email=email).first()
    if utente is None:
        return Utente.objects.create_user(email, password)
    utente.set_password(password)
    utente.save(update_fields=["password"])
    return utente


@transaction.atomic
def accetta_con_accesso(
    *, autore: Utente, adesso: datetime, istituto: Istituto, codice: str
) -> None:
    """Who is signed in becomes the invited person too: one login in the whole network.

    Raises InvitoNonValido, InvitoRifiutato when the e-mail is another or the login is already
    another person of this institute.
    """
    invito = _bloccato(istituto, codice, adesso)
    if autore.email.lower() != invito.persona.email.lower():
        raise InvitoRifiutato(["L’invito è per un altro indirizzo e-mail."])
    if Persona.objects.filter(istituto=istituto, utente=autore).exists():
        raise InvitoRifiutato(
            [
                "Con questo indirizzo e-mail entra già un’altra persona di questo istituto: "
                "chiedi alla segreteria di correggerlo."
            ]
        )
    _accetta(invito, autore, adesso)


def _bloccato(istituto: Istituto, codice: str, adesso: datetime) -> Invito:
    """The invitation, once who came before with the same link has done."""
    Persona.objects.select_for_update().filter(
        istituto=istituto, inviti__impronta_codice=impronta(codice)
    ).first()
    return invito_valido(istituto, codice, adesso)


def _uno_solo(email: str) -> None:
    """Two schools that invited the same address would each make its login."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('accesso:' || %s))", [email])


def _accetta(invito: Invito, utente: Utente, adesso: datetime) -> None:
    invito.persona.utente = utente
    invito.persona.save(update_fields=["utente"])
    invito.accettato_il = adesso
    invito.save(update_fields=["accettato_il"])
    # By the link, before any sign-in: as oneself and in no role.
    se_stessa = Contesto(invito.persona.istituto, invito.persona, (), adesso)
    annota(autore=se_stessa, adesso=adesso, azione="accetta invito", oggetto=invito.persona)
