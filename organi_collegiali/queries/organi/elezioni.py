"""Elections: who stood, with which votes, who is elected by the rule in force that day."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from cpia.norme.enums import ParitaPersone
from organi_collegiali.models import Candidatura, Elezione
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.organi.elettorale import (
    Candidato,
    EsitoElezione,
    Lista,
    giudica_elezione,
)


@dataclass(frozen=True, slots=True)
class Cifre:
    """The votes and the place in the lot of a list or of a candidate."""

    voti: int
    sorteggio: int | None = None


@dataclass(frozen=True, slots=True)
class Risultati:
    """What came out of the ballot boxes, by the ids of lists and candidatures."""

    liste: Mapping[int, Cifre] = field(default_factory=dict)
    candidature: Mapping[int, Cifre] = field(default_factory=dict)


def candidati(elezione: Elezione) -> list[Candidato[int]]:
    """Who stood, by the id of the candidature. One query."""
    righe = elezione.candidature.select_related("persona").order_by("lista", "ordine", "id")
    return [
        Candidato(
            riga.pk,
            riga.lista,
            riga.ordine,
            riga.voti,
            # The older the greater: days from the birth to the vote.
            (elezione.votata_il - riga.persona.data_nascita).days
            if riga.persona.data_nascita
            else None,
            riga.sorteggio,
        )
        for riga in righe
    ]


def liste(elezione: Elezione) -> list[Lista]:
    """The lists with their votes; none where all the electors are one list. One query."""
    return [Lista(riga.nome, riga.voti, riga.sorteggio) for riga in elezione.liste.all()]


def esito_di(elezione: Elezione, giorno: date) -> EsitoElezione[int]:
    """Who is elected, by candidature, as the parameters of that day say. Three queries."""
    return _giudica(elezione, candidati(elezione), liste(elezione), giorno)


def esito_con(elezione: Elezione, risultati: Risultati, giorno: date) -> EsitoElezione[int]:
    """Who would be elected with these votes, which nobody has written yet. Three queries."""
    chi = [
        replace(candidato, voti=cifre.voti, sorteggio=cifre.sorteggio)
        for candidato in candidati(elezione)
        for cifre in [risultati.candidature.get(candidato.chi, Cifre(candidato.voti))]
    ]
    loro = [
        Lista(riga.nome, cifre.voti, cifre.sorteggio)
        for riga in elezione.liste.all()
        for cifre in [risultati.liste.get(riga.pk, Cifre(riga.voti))]
    ]
    return _giudica(elezione, chi, loro, giorno)


def _giudica(
    elezione: Elezione, chi: list[Candidato[int]], loro: list[Lista], giorno: date
) -> EsitoElezione[int]:
    parita = regole(elezione.organo, giorno).valore("parita.persone", ParitaPersone)
    return giudica_elezione(chi, elezione.posti, parita=parita, liste=loro)


@dataclass(frozen=True, slots=True)
class Scrutinio:
    """The outcome with names: who is elected, who is not, the ties with who is level."""

    esito: EsitoElezione[int]
    eletti: tuple[Candidatura, ...]
    pareggi: tuple[tuple[str, str], ...]

    @property
    def per_lista(self) -> Mapping[str, int]:
        return self.esito.posti_per_lista


def scrutinio(elezione: Elezione, esito: EsitoElezione[int]) -> Scrutinio:
    """Put the names to a judgement. Uses what is prefetched on the election."""
    righe = {riga.pk: riga for riga in elezione.candidature.all()}
    # Who was proclaimed stays elected, whatever the rule says later.
    proclamati = [riga for riga in righe.values() if riga.eletto]
    pareggi = tuple(
        (
            pareggio.testo,
            ", ".join(pareggio.liste or [str(righe[pk].persona) for pk in pareggio.fra]),
        )
        for pareggio in (() if proclamati else esito.pareggi)
    )
    eletti = proclamati or [righe[pk] for pk in esito.eletti]
    return Scrutinio(esito, tuple(eletti), pareggi)
