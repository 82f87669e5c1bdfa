"""Reads of the register of operations: its lines in words, and how far it is sealed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import and_
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.atti.models import Operazione, Sigillo
from cpia.atti.registro.rules import (
    Nomi,
    Voce,
    azione_in_parole,
    ids_nominati,
    leggi_ruoli,
    racconta,
)
from cpia.atti.storie import glossario, risolutori
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.parole import elenco

IL_PORTALE = "il portale"


@dataclass(frozen=True, slots=True)
class Riga:
    """One line of the register in words."""

    operazione: Operazione
    chi: str
    ruoli: str
    atto: str
    voci: tuple[Voce, ...]

    @property
    def cosa(self) -> str:
        """The kind and the number of what it is about."""
        return f"{nome_del_tipo(self.operazione.oggetto_tipo)} n. {self.operazione.oggetto_id}"


@dataclass(frozen=True, slots=True)
class Filtri:
    """Which lines are asked for; what is empty does not choose."""

    dal: date | None = None
    al: date | None = None
    persona: str = ""
    azione: str = ""
    oggetto: str = ""


@dataclass(frozen=True, slots=True)
class Catena:
    """How far the register is sealed: the last line that is, how many are, how many wait."""

    ultima: Operazione | None
    sigillate: int
    in_attesa: int


def righe(istituto_id: int, operazioni: Iterable[Operazione], *, con_dati: bool) -> list[Riga]:
    """These lines in words; ``con_dati`` with what they say. One query for each kind of name."""
    lette = list(operazioni)
    sostituiti = {pk for riga in lette for _, pk in leggi_ruoli(riga.ruolo) if pk is not None}
    persone = _persone(istituto_id, sostituiti) if sostituiti else {}
    nomi = _nomi(istituto_id, lette) if con_dati else {}
    return [
        Riga(
            operazione=riga,
            chi=riga.persona.nome_e_cognome if riga.persona else IL_PORTALE,
            ruoli=_ruoli(riga.ruolo, persone),
            atto=azione_in_parole(riga.azione, glossario),
            voci=racconta(riga.dati or {}, glossario, nomi) if con_dati else (),
        )
        for riga in lette
    ]


def _persone(istituto_id: int, ids: set[int]) -> dict[int, str]:
    persone = Persona.objects.filter(istituto_id=istituto_id, pk__in=ids)
    return {persona.pk: persona.nome_e_cognome for persona in persone}


def _ruoli(testo: str, persone: dict[int, str]) -> str:
    """``docente, in sostituzione di Anna Turla``."""
    nomi = dict(Ruolo.choices)
    parole = []
    for ruolo, sostituito in leggi_ruoli(testo):
        detto = str(nomi.get(ruolo, ruolo))
        if sostituito is not None:
            detto += f" in sostituzione di {persone.get(sostituito, 'persona non più presente')}"
        parole.append(detto)
    return elenco(parole)


def _nomi(istituto_id: int, operazioni: Sequence[Operazione]) -> Nomi:
    """The names of today for the ids that these lines keep."""
    ids: dict[str, set[int]] = {}
    for operazione in operazioni:
        for campo, trovati in ids_nominati(operazione.dati or {}, risolutori).items():
            ids.setdefault(campo, set()).update(trovati)
    return {campo: risolutori[campo](istituto_id, trovati) for campo, trovati in ids.items()}


def operazioni(istituto_id: int, filtri: Filtri) -> QuerySet[Operazione]:
    """The lines that answer to the filters, the latest first, with who did it."""
    trovate = Operazione.objects.filter(istituto_id=istituto_id).select_related("persona")
    condizioni = [
        Q(compiuta_il__gte=_inizio(filtri.dal)) if filtri.dal else None,
        Q(compiuta_il__lt=_inizio(filtri.al + timedelta(days=1))) if filtri.al else None,
        Q(azione=filtri.azione) if filtri.azione else None,
        Q(oggetto_tipo=filtri.oggetto) if filtri.oggetto else None,
        _persona(filtri.persona),
    ]
    return trovate.filter(*filter(None, condizioni)).order_by("-id")


def _inizio(giorno: date) -> datetime:
    """The first instant of a day in Italy."""
    return datetime.combine(giorno, time(), tzinfo=timezone.get_default_timezone())


def _persona(testo: str) -> Q | None:
    """Each word is found in the name or in the surname."""
    parole = [
        Q(persona__cognome__icontains=parola) | Q(persona__nome__icontains=parola)
        for parola in testo.split()
    ]
    return reduce(and_, parole) if parole else None


def operazione(istituto_id: int, pk: int) -> Operazione | None:
    """One line of the register of an institute, with who did it and its seal."""
    return (
        Operazione.objects.filter(istituto_id=istituto_id, pk=pk)
        .select_related("persona", "sigillo")
        .first()
    )


def catena(istituto_id: int) -> Catena:
    """How far the lines of an institute are sealed. Three queries."""
    sigilli = Sigillo.objects.filter(istituto_id=istituto_id)
    ultimo = sigilli.select_related("operazione").order_by("-id").first()
    sigillate = sigilli.count()
    tutte = Operazione.objects.filter(istituto_id=istituto_id).count()
    return Catena(ultimo.operazione if ultimo else None, sigillate, tutte - sigillate)


def riga_sigillata(istituto_id: int, posizione: int) -> Operazione | None:
    """The line at a place of the chain, counted from zero."""
    sigilli = Sigillo.objects.filter(istituto_id=istituto_id).order_by("id")
    trovati: list[Any] = list(sigilli.select_related("operazione")[posizione : posizione + 1])
    return trovati[0].operazione if trovati else None


def nome_del_tipo(tipo: str) -> str:
    """``classe rilevata`` for ``competenze.classerilevata``."""
    try:
        return str(apps.get_model(tipo)._meta.verbose_name)
    except LookupError:
        return tipo
