"""Who is elected by the preferences of a secret vote, and who is level with whom.

The most voted are elected as far as there are seats. Persons as voted as each other at the last
seat are told apart by age or by lot, as the regulation says (`004` art. 9: the older).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.enums import ParitaPersone
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import plurale

PREFERENZE = "risulta eletto chi ha più voti"


@dataclass(frozen=True, slots=True)
class Candidato:
    """A person on the list, with the votes; ``sorteggio`` is the place at which it was drawn."""

    chiave: int
    nome: str
    voti: int
    nato_il: date | None = None
    sorteggio: int | None = None


@dataclass(frozen=True, slots=True)
class EsitoElezione:
    """Who is elected, in order; among whom a lot must still be drawn, and for how many seats."""

    eletti: tuple[Candidato, ...]
    da_sorteggiare: tuple[Candidato, ...]
    posti_in_sorte: int
    perche: tuple[Motivo, ...]

    @property
    def compiuta(self) -> bool:
        return not self.da_sorteggiare


@dataclass(frozen=True, slots=True)
class RegoleElezione:
    """How many are elected, and how those who are level are told apart.

    ``necessari`` are the votes without which nobody is elected, 0 where the most voted is.
    """

    posti: int
    parita: Valore[ParitaPersone]
    necessari: int = 0
    fonte: str = PREFERENZE


def giudica_elezione(candidati: Iterable[Candidato], regole: RegoleElezione) -> EsitoElezione:
    """Judge an election. Who has no vote, or fewer than ``necessari``, is not elected."""
    votati = sorted(
        (c for c in candidati if c.voti >= max(regole.necessari, 1)), key=lambda c: -c.voti
    )
    sicuri, pari = _al_limite(votati, regole.posti)
    perche = [_quanti(votati, regole)]
    posti = regole.posti - len(sicuri)
    if not pari:
        return EsitoElezione(tuple(sicuri), (), 0, tuple(perche))
    scelti, in_sorte = _scegli(pari, posti, regole.parita.valore)
    perche.append(_parita(pari, scelti, in_sorte, regole.parita))
    eletti = (*sicuri, *scelti)
    return EsitoElezione(eletti, tuple(in_sorte), regole.posti - len(eletti), tuple(perche))


def _al_limite(
    votati: Sequence[Candidato], posti: int
) -> tuple[Sequence[Candidato], Sequence[Candidato]]:
    """Those who are in for certain, and those who are level at the last seat."""
    if len(votati) <= posti:
        return votati, ()
    limite = votati[posti - 1].voti
    if votati[posti].voti < limite:
        return votati[:posti], ()
    sicuri = [c for c in votati if c.voti > limite]
    return sicuri, [c for c in votati if c.voti == limite]


def _scegli(
    pari: Sequence[Candidato], posti: int, regola: ParitaPersone
) -> tuple[Sequence[Candidato], Sequence[Candidato]]:
    """Who of those who are level is in, and among whom a lot must be drawn."""
    if regola is ParitaPersone.ANZIANITA and all(c.nato_il for c in pari):
        anziani = sorted(pari, key=lambda c: c.nato_il or date.max)
        limite = anziani[posti - 1].nato_il
        if anziani[posti].nato_il != limite:
            return anziani[:posti], ()
        dentro = [c for c in anziani if c.nato_il < limite]  # type: ignore[operator]
        pari = [c for c in anziani if c.nato_il == limite]
    else:
        dentro = []
    return _sorteggiati(dentro, pari, posti)


def _sorteggiati(
    dentro: Sequence[Candidato], pari: Sequence[Candidato], posti: int
) -> tuple[Sequence[Candidato], Sequence[Candidato]]:
    estratti = sorted((c for c in pari if c.sorteggio), key=lambda c: c.sorteggio or 0)
    mancano = posti - len(dentro)
    if len(estratti) == mancano:
        return [*dentro, *estratti], ()
    return dentro, pari


def verifica_sorteggio(estratti: Sequence[int], esito: EsitoElezione) -> list[Violazione]:
    """Why this lot cannot be recorded: it is drawn among those who are level, one for each seat."""
    ammessi = {c.chiave for c in esito.da_sorteggiare}
    if not ammessi:
        return [Violazione("senza_parita", "Non c’è nessuna parità da risolvere a sorte.", "")]
    if set(estratti) <= ammessi and len(set(estratti)) == esito.posti_in_sorte:
        return []
    quante = plurale(esito.posti_in_sorte, "persona estratta", "persone estratte")
    testo = f"Indica {quante} a sorte fra chi ha gli stessi voti."
    return [Violazione("sorteggio", testo, esito.perche[-1].fonte, "estratti")]


def _quanti(votati: Sequence[Candidato], regole: RegoleElezione) -> Motivo:
    seggi = plurale(regole.posti, "posto", "posti")
    if regole.necessari:
        occorrono = plurale(regole.necessari, "voto", "voti")
        esito = "nessuno li ha avuti" if not votati else f"li ha avuti {votati[0].nome}"
        testo = f"Per {seggi} occorrono almeno {occorrono}: {esito}."
    else:
        testo = f"{seggi}: {plurale(len(votati), 'persona ha', 'persone hanno')} avuto voti."
    return Motivo("preferenze", regole.fonte, testo)


def _parita(
    pari: Sequence[Candidato],
    scelti: Sequence[Candidato],
    in_sorte: Sequence[Candidato],
    regola: Valore[ParitaPersone],
) -> Motivo:
    voti = plurale(pari[0].voti, "voto", "voti")
    nomi = ", ".join(c.nome for c in pari)
    if in_sorte:
        fine = f"si estrae a sorte fra {', '.join(c.nome for c in in_sorte)}"
    elif any(c.sorteggio for c in scelti):
        fine = f"a sorte {', '.join(c.nome for c in scelti)}"
    else:
        fine = f"prevale l’età: {', '.join(c.nome for c in scelti)}"
    testo = f"A pari voti, {voti}: {nomi}; {fine}.{_senza_data(pari, regola)}{regola.altra_fonte}"
    return Motivo("parita_persone", regola.fonte, testo)


def _senza_data(pari: Sequence[Candidato], regola: Valore[ParitaPersone]) -> str:
    if regola.valore is ParitaPersone.ANZIANITA and not all(c.nato_il for c in pari):
        return " Varrebbe l’età, ma di qualcuno non si conosce la data di nascita."
    return ""
