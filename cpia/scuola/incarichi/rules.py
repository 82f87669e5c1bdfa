"""Whether a role may be given, ended, or held in the place of somebody else. Pure: no Django.

A judgement is a list of refusals, each with the field it concerns and what would be right; an
empty one means that the act may be done. Days are days of Italy; the last one is included.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cpia.scuola.parole import data_estesa

# Held by one person at a time, and the reason.
SOLI = {
    "dirigente": "il dirigente dell’istituto è uno solo (D.Lgs. 165/2001 art. 25)",
    "dsga": "il direttore dei servizi generali e amministrativi è uno solo",
    "coordinatore": "la classe ha un solo coordinatore (D.Lgs. 297/1994 art. 5 c. 8)",
}
# Who answers for the institute or for its services keeps the powers of the office while somebody
# acts in his or her place; of any other role the holder, who is absent, does not act meanwhile.
RESTA_IN_CARICA = frozenset({"dirigente", "dsga"})
# The roles that govern, and those that may give them.
DI_GOVERNO = frozenset({"dirigente", "collaboratore", "dsga", "amministratore"})
DANNO_IL_GOVERNO = frozenset({"dirigente", "dsga"})
GIORNI_CON_VOCALE = (8, 11)


@dataclass(frozen=True, slots=True)
class Rifiuto:
    """Why an act may not be done; ``campo`` is empty when it is about no field."""

    campo: str
    testo: str


@dataclass(frozen=True, slots=True)
class Periodo:
    """From a day to a day, or to no day that is known yet."""

    dal: date
    al: date | None = None

    def tocca(self, altro: "Periodo") -> bool:
        """Whether they have a day in common."""
        return self.dal <= (altro.al or date.max) and altro.dal <= (self.al or date.max)

    def contiene(self, altro: "Periodo") -> bool:
        """Whether every day of the other is one of these."""
        return self.dal <= altro.dal and (altro.al or date.max) <= (self.al or date.max)

    def __str__(self) -> str:
        fine = f" {al_giorno(self.al)}" if self.al else ", senza termine"
        return f"{dal_giorno(self.dal)}{fine}"


@dataclass(frozen=True, slots=True)
class Titolo:
    """An incarico that nobody has withdrawn, as the rules see it.

    ``posto`` is the same for two who would hold the same thing; ``nome`` is who holds it and
    ``cosa`` says what it is, in words.
    """

    id: int
    persona: int
    ruolo: str
    posto: str
    periodo: Periodo
    nome: str = ""
    cosa: str = ""
    sostituisce: int | None = None


def al_giorno(giorno: date) -> str:
    """``al 30 giugno 2024``, ``all’8 giugno 2024``."""
    return f"{'all’' if giorno.day in GIORNI_CON_VOCALE else 'al '}{data_estesa(giorno)}"


def dal_giorno(giorno: date) -> str:
    """``dal 30 giugno 2024``, ``dall’8 giugno 2024``."""
    return f"d{al_giorno(giorno)}"


def giudica_autore(ruolo: str, ruoli_autore: Collection[str], *, per_se: bool) -> list[Rifiuto]:
    """Whether who acts may give or take this role: never for oneself, governing ones apart."""
    rifiuti = []
    if per_se:
        rifiuti.append(
            Rifiuto("", "Nessuno dà, prolunga o toglie un incarico a sé stesso: lo fa un altro.")
        )
    if ruolo in DI_GOVERNO and DANNO_IL_GOVERNO.isdisjoint(ruoli_autore):
        rifiuti.append(
            Rifiuto("ruolo", "Questo incarico lo conferiscono solo il dirigente o il DSGA.")
        )
    return rifiuti


def giudica_conferimento(nuovo: Titolo, altri: Iterable[Titolo]) -> list[Rifiuto]:
    """Whether a role may be given for those days; ``altri`` holds who has the same post.

    The same person does not hold the same twice; a role of one person only has one holder.
    """
    if rovescio := _rovescio(nuovo.periodo):
        return [rovescio]
    vicini = [t for t in altri if t.id != nuovo.id and t.periodo.tocca(nuovo.periodo)]
    return [
        *(_gia_suo(t) for t in vicini if t.persona == nuovo.persona),
        *(_gia_d_altri(t) for t in vicini if _e_unico(t, nuovo)),
    ]


def _e_unico(altro: Titolo, nuovo: Titolo) -> bool:
    di_altri = altro.persona != nuovo.persona and altro.sostituisce is None
    return nuovo.ruolo in SOLI and di_altri and nuovo.sostituisce is None


def _rovescio(periodo: Periodo) -> Rifiuto | None:
    if periodo.al is not None and periodo.al < periodo.dal:
        return Rifiuto("al", "Finisce prima di cominciare: scrivi un giorno uguale o successivo.")
    return None


def _gia_suo(titolo: Titolo) -> Rifiuto:
    return Rifiuto("dal", f"Ha già questo incarico {titolo.periodo}.")


def _gia_d_altri(titolo: Titolo) -> Rifiuto:
    return Rifiuto(
        "dal",
        f"In quei giorni {SOLI[titolo.ruolo]}, e lo è {titolo.nome}, {titolo.periodo}: prima si "
        "anticipa la fine di quell’incarico, oppure si registra una sostituzione.",
    )


def giudica_termine(
    titolo: Titolo, al: date | None, oggi: date, altri: Iterable[Titolo]
) -> list[Rifiuto]:
    """Whether the last day of a role may become this one (None: no last day).

    ``altri`` as for a new role; for a substitution they are the role it stands in for and the
    other substitutions of that.
    """
    if fermo := _fermo(titolo, al, oggi):
        return [fermo]
    voluto = replace(titolo, periodo=Periodo(titolo.periodo.dal, al))
    if rovescio := _rovescio(voluto.periodo):
        return [rovescio]
    if titolo.sostituisce is None:
        return _al_campo("al", giudica_conferimento(voluto, altri))
    return list(_fuori_posto(voluto, altri))


def _fermo(titolo: Titolo, al: date | None, oggi: date) -> Rifiuto | None:
    """Why the last day of a role may not be moved there, whoever else holds what."""
    if titolo.periodo.al is not None and titolo.periodo.al < oggi:
        return Rifiuto("al", "È già finito: se ne conferisce uno nuovo.")
    if al == titolo.periodo.al:
        return Rifiuto("al", "L’incarico finisce già quel giorno.")
    if al is not None and al < oggi:
        return Rifiuto("al", "Quel giorno è passato. Per toglierlo da oggi si usa la revoca.")
    return None


def _al_campo(campo: str, rifiuti: Iterable[Rifiuto]) -> list[Rifiuto]:
    return [replace(rifiuto, campo=campo) for rifiuto in rifiuti]


def _fuori_posto(sostituzione: Titolo, altri: Iterable[Titolo]) -> Iterator[Rifiuto]:
    """What is wrong with a substitution that goes on: without end, or beyond the role itself."""
    if sostituzione.periodo.al is None:
        yield Rifiuto("al", "Una sostituzione ha un ultimo giorno.")
        return
    for altro in altri:
        if altro.id == sostituzione.sostituisce:
            yield from _oltre(altro, sostituzione.periodo)
        elif altro.id != sostituzione.id and altro.periodo.tocca(sostituzione.periodo):
            yield Rifiuto("al", f"In quei giorni sostituisce già {altro.nome}, {altro.periodo}.")


def giudica_revoca(titolo: Titolo, giorno: date, motivo: str, oggi: date) -> list[Rifiuto]:
    """Whether a role may be withdrawn from this day on, for this reason.

    Never for a day gone by: what was done until today was done in that role.
    """
    rifiuti = []
    if not motivo.strip():
        rifiuti.append(Rifiuto("motivo", "Scrivi perché l’incarico si revoca: resta nel registro."))
    if titolo.periodo.al is not None and titolo.periodo.al < oggi:
        rifiuti.append(Rifiuto("giorno", "È già finito: non c’è nulla da revocare."))
    elif giorno < oggi:
        rifiuti.append(
            Rifiuto("giorno", "La revoca vale da oggi in poi: gli atti già compiuti restano.")
        )
    elif titolo.periodo.al is not None and giorno > titolo.periodo.al:
        rifiuti.append(
            Rifiuto("giorno", f"L’incarico dura già solo fino {al_giorno(titolo.periodo.al)}.")
        )
    return rifiuti


def ultimo_giorno(titolo: Titolo, giorno: date, oggi: date) -> date | None:
    """The last day of a role withdrawn from ``giorno``; None when it ends at this very moment."""
    return None if giorno <= max(oggi, titolo.periodo.dal) else giorno - timedelta(days=1)


def giudica_sostituzione(
    titolari: Sequence[Titolo],
    *,
    sostituto: int,
    periodo: Periodo,
    oggi: date,
    altri: Iterable[Titolo],
) -> list[Rifiuto]:
    """Whether a person may hold these roles for those days in place of who holds them.

    ``altri`` are the other substitutions of these roles and what the substitute holds already.
    """
    if not titolari:
        return [Rifiuto("incarichi", "Scegli almeno un incarico.")]
    if periodo.al is None:
        return [Rifiuto("al", "Scrivi l’ultimo giorno: finito quello, l’incarico torna.")]
    if rovescio := _rovescio(periodo):
        return [rovescio]
    if periodo.al < oggi:
        return [Rifiuto("al", "La sostituzione sarebbe già finita.")]
    vicini = [altro for altro in altri if altro.periodo.tocca(periodo)]
    rifiuti = [
        rifiuto for titolo in titolari for rifiuto in _per_uno(titolo, sostituto, periodo, vicini)
    ]
    return list(dict.fromkeys(rifiuti))


def _per_uno(
    titolo: Titolo, sostituto: int, periodo: Periodo, vicini: Sequence[Titolo]
) -> Iterator[Rifiuto]:
    if titolo.persona == sostituto:
        yield Rifiuto("sostituto", "Nessuno sostituisce sé stesso.")
        return
    yield from _oltre(titolo, periodo)
    for altro in vicini:
        if altro.sostituisce == titolo.id:
            yield Rifiuto("dal", f"{titolo.cosa}: {altro.nome} sostituisce già, {altro.periodo}.")
        elif (altro.persona, altro.ruolo, altro.posto) == (sostituto, titolo.ruolo, titolo.posto):
            yield Rifiuto("sostituto", f"{titolo.cosa}: è già incarico suo, {altro.periodo}.")


def _oltre(titolo: Titolo, periodo: Periodo) -> Iterator[Rifiuto]:
    """What of a substitution falls outside the days of the role."""
    if periodo.dal < titolo.periodo.dal:
        yield Rifiuto("dal", f"{titolo.cosa}: comincia {dal_giorno(titolo.periodo.dal)}.")
    if titolo.periodo.al is not None and (periodo.al or date.max) > titolo.periodo.al:
        yield Rifiuto(
            "al", f"{titolo.cosa}: finisce prima, dura fino {al_giorno(titolo.periodo.al)}."
        )
