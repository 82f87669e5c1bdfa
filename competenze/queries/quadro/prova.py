"""What if the rules were others: the same numbers judged again, nothing is written."""

from dataclasses import dataclass, replace
from datetime import date

from competenze.enums import Livello, Mezzo
from competenze.queries.quadro.perche import Spiegazione
from competenze.rules.media import Criteri, livello_proposto
from competenze.rules.spiegazione import perche
from cpia.norme.queries.confronto import valori_del_profilo
from cpia.norme.rules.motivi import Motivo, Valore

SCELTO_QUI = "prova: valore scelto qui"


@dataclass(frozen=True, slots=True)
class RegoleDiProva:
    """What is tried: the rules of a shipped school (slug), another half, another minimum."""

    scuola: str = ""
    mezzo: str = ""
    minimo: int | None = None


@dataclass(frozen=True, slots=True)
class EsitoDiProva:
    """The level that would come out of the mean, and why."""

    livello: Livello | None
    oggi: Livello | None
    regole: tuple[Motivo, ...]

    @property
    def cambia(self) -> bool:
        """Whether the mean would give another level than now."""
        return self.livello != self.oggi


def prova_regole(spiegata: Spiegazione, di_prova: RegoleDiProva, giorno: date) -> EsitoDiProva:
    """The level of a cell under other rules (of ``giorno``). No query: profiles are files.

    Raises ProfiloSconosciuto.
    """
    riepilogo = spiegata.risultato.riepilogo
    criteri = _criteri(spiegata.criteri, di_prova, giorno)
    return EsitoDiProva(
        livello=livello_proposto(riepilogo, criteri),
        oggi=livello_proposto(riepilogo, spiegata.criteri),
        regole=perche(riepilogo, criteri),
    )


def _criteri(di_oggi: Criteri, di_prova: RegoleDiProva, giorno: date) -> Criteri:
    criteri = _della_scuola(di_prova.scuola, giorno) if di_prova.scuola else di_oggi
    if di_prova.mezzo:
        criteri = replace(criteri, mezzo=Valore(Mezzo(di_prova.mezzo), SCELTO_QUI))
    if di_prova.minimo:
        criteri = replace(criteri, minimo=Valore(di_prova.minimo, SCELTO_QUI))
    return criteri


def _della_scuola(slug: str, giorno: date) -> Criteri:
    valori = valori_del_profilo(slug, "competenze.", giorno)
    mezzo, minimo = valori["competenze.mezzo"], valori["competenze.minimo_valutazioni"]
    return Criteri(
        Valore(Mezzo(mezzo.come(str)), mezzo.fonte), Valore(minimo.come(int), minimo.fonte)
    )
