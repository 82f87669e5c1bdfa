"""Whom of an application the school knows already, and what the office has to confirm."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cpia.scuola.enums import Legame
from cpia.scuola.models import Persona, Responsabilita
from cpia.scuola.rules import stesso_nome
from patto_formativo.models import DomandaIscrizione
from patto_formativo.rules.eta import minorenne


@dataclass(frozen=True, slots=True)
class Accoglimento:
    """What taking an application finds: who is known, who answers, where the credentials go.

    ``altri`` are who answers already, when the adult of the application is none of them.
    """

    domanda: DomandaIscrizione
    nota: Persona | None
    adulto: Persona | None
    altri: Sequence[Responsabilita]
    per_un_minore: bool
    limitato: bool

    @property
    def chiede_responsabile(self) -> bool:
        """Whether somebody new would answer for a minor whom the school knows."""
        return bool(self.altri)

    @property
    def chiede_email(self) -> bool:
        """Whether a person who is known would get the mailbox that the application names."""
        if self.nota is None or self.domanda.adulto_cognome:
            return False
        return senza_recapito(self.nota)

    @property
    def destinatario(self) -> Persona | None:
        """Who of those known gets the credentials; None when it is somebody new."""
        return self.adulto if self.per_un_minore else self.nota


def persone_con_il_codice(domanda: DomandaIscrizione) -> QuerySet[Persona]:
    """The person of the school with the codice fiscale of an application, if it has one."""
    righe = Persona.objects.filter(istituto_id=domanda.istituto_id)
    if not domanda.codice_fiscale:
        return righe.none()
    return righe.filter(codice_fiscale=domanda.codice_fiscale)


def senza_recapito(persona: Persona) -> bool:
    """Whether the school has neither an e-mail nor a login of somebody."""
    return not persona.email and persona.utente_id is None


def adulto_noto(domanda: DomandaIscrizione, studente: Persona | None) -> Persona | None:
    """Who answers, if the school knows them: by e-mail and name.

    The head of a community by the e-mail alone, which is the one of all its minors.
    """
    stesso_recapito = Q(email__iexact=domanda.email) | Q(utente__email__iexact=domanda.email)
    noti = Persona.objects.filter(stesso_recapito, istituto_id=domanda.istituto_id).order_by("pk")
    if studente is not None:
        noti = noti.exclude(pk=studente.pk)
    di_comunita = noti.filter(affidati__legame=Legame.COMUNITA)
    if domanda.comunita and (responsabile := di_comunita.first()):
        return responsabile
    for nota in noti:
        if stesso_nome(nota.cognome, domanda.adulto_cognome) and stesso_nome(
            nota.nome, domanda.adulto_nome
        ):
            return nota
    return None


def altri_responsabili(studente: Persona, adulto: Persona | None) -> list[Responsabilita]:
    """Who answers or answered for a minor, unless this adult is one of them. One query."""
    righe = list(
        Responsabilita.objects.filter(istituto_id=studente.istituto_id, studente=studente)
        .select_related("adulto")
        .order_by("dal", "pk")
    )
    return [] if adulto in [riga.adulto for riga in righe] else righe


def escluso(studente: Persona, adulto: Persona, oggi: date) -> bool:
    """Whether a bond with this minor stands that a court has limited or that is over."""
    righe = Responsabilita.objects.filter(
        istituto_id=studente.istituto_id, studente=studente, adulto=adulto
    )
    return righe.filter(~Q(limite="") | Q(al__lt=oggi)).exists()


def accoglimento(domanda: DomandaIscrizione, oggi: date) -> Accoglimento:
    """What taking this application would find today. Four queries at most."""
    nota = persone_con_il_codice(domanda).first()
    per_un_minore = bool(domanda.adulto_cognome) and minorenne(domanda.data_nascita, oggi)
    adulto = adulto_noto(domanda, nota) if per_un_minore else None
    return Accoglimento(
        domanda=domanda,
        nota=nota,
        adulto=adulto,
        altri=altri_responsabili(nota, adulto) if per_un_minore and nota else (),
        per_un_minore=per_un_minore,
        limitato=bool(nota and adulto and escluso(nota, adulto, oggi)),
    )


def in_parole(righe: Sequence[Responsabilita], oggi: date) -> str:
    """``Oksana Hrytsenko (genitore), Petro Hrytsenko (genitore, limitato: decreto n. 4)``."""
    return ", ".join(f"{riga.adulto.nome_e_cognome} ({_come(riga, oggi)})" for riga in righe)


def _come(riga: Responsabilita, oggi: date) -> str:
    legame: str = riga.get_legame_display()
    if riga.limite:
        return f"{legame}, limitato: {riga.limite}"
    return f"{legame}, non più" if riga.al is not None and riga.al < oggi else legame
