"""Whom an application makes known to the school: the child, and who answers for it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Q

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Legame
from cpia.scuola.models import Persona, Responsabilita
from cpia.scuola.rules import da_accertare, stesso_nome
from cpia.scuola.services.inviti import invita_iscritti

FIRMANO: Final = (
    "IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 1 lett. b: la domanda è di entrambi i "
    "genitori o di chi ha la responsabilità"
)


@dataclass(frozen=True)
class DatiBambino:
    """A child as the application writes it; the code was checked by the form."""

    cognome: str
    nome: str
    data_nascita: date
    sesso: str = ""
    codice_fiscale: str = ""


@dataclass(frozen=True)
class Adulto:
    """Who answers for the child; without an e-mail nothing is read in the portal."""

    cognome: str
    nome: str
    email: str = ""
    legame: str = Legame.GENITORE


def bambino_della(autore: Contesto, dati: DatiBambino) -> Persona:
    """The child of an application: the one with the same codice fiscale, else a new one.

    Without a code who has the same name and day of birth is taken as the same child. Raises
    AttoRifiutato when the code is of somebody with another surname or day of birth.
    """
    noto = _noto(autore, dati)
    if noto is None:
        return Persona.objects.create(
            istituto=autore.istituto,
            cognome=dati.cognome,
            nome=dati.nome,
            sesso=dati.sesso,
            data_nascita=dati.data_nascita,
            codice_fiscale=dati.codice_fiscale or None,
        )
    if not stesso_nome(noto.cognome, dati.cognome) or noto.data_nascita not in {
        None,
        dati.data_nascita,
    }:
        testo = (
            "La scuola conosce già qualcuno con questo codice fiscale, con un altro cognome o "
            "un’altra data di nascita: controlla la tessera."
        )
        raise rifiuta("altra_persona", testo, campo="codice_fiscale")
    if noto.data_nascita is None:
        noto.data_nascita = dati.data_nascita
        noto.save(update_fields=["data_nascita"])
    return noto


def affida(
    autore: Contesto, adesso: datetime, bambino: Persona, adulti: tuple[Adulto, ...]
) -> list[Persona]:
    """Write who answers for the child, and invite to the portal who has an e-mail.

    A bond that a court has limited, or that is over, stays as it is: those are not invited.
    """
    trovati = []
    for adulto in adulti:
        persona = _adulto(autore, adulto, bambino)
        legame, _ = Responsabilita.objects.get_or_create(
            istituto=autore.istituto,
            studente=bambino,
            adulto=persona,
            defaults={"legame": adulto.legame, "dal": autore.oggi},
        )
        if not legame.limite and (legame.al is None or legame.al >= autore.oggi):
            trovati.append(persona)
    invita_iscritti(autore=autore, adesso=adesso, persone=trovati)
    return trovati


def _noto(autore: Contesto, dati: DatiBambino) -> Persona | None:
    righe = Persona.objects.select_for_update().filter(istituto=autore.istituto)
    if dati.codice_fiscale:
        trovato = righe.filter(codice_fiscale=dati.codice_fiscale).first()
        if trovato is not None:
            return trovato
        righe = righe.filter(codice_fiscale__isnull=True)
    return righe.filter(
        cognome__iexact=dati.cognome, nome__iexact=dati.nome, data_nascita=dati.data_nascita
    ).first()


def _adulto(autore: Contesto, adulto: Adulto, bambino: Persona) -> Persona:
    """Who answers already under that name, or has that e-mail and name; else somebody new.

    An e-mail that the school knows is not changed by what an application says. Raises AttoRifiutato
    for whose identity nobody has checked yet.
    """
    stesso = Q(affidati__studente=bambino)
    if adulto.email:
        stesso |= Q(email__iexact=adulto.email) | Q(utente__email__iexact=adulto.email)
    noti = Persona.objects.filter(stesso, istituto=autore.istituto).order_by("pk").distinct()
    for nota in noti:
        if stesso_nome(nota.cognome, adulto.cognome) and stesso_nome(nota.nome, adulto.nome):
            if nota.identita_da_accertare:
                raise rifiuta("identita_da_accertare", da_accertare(nota.nome_e_cognome))
            return nota
    return Persona.objects.create(
        istituto=autore.istituto, cognome=adulto.cognome, nome=adulto.nome, email=adulto.email
    )
