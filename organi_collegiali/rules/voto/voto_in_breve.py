"""One vote in one line of the agenda: what was decided, with the figure that was needed."""

from dataclasses import dataclass

from cpia.scuola.parole import plurale
from organi_collegiali.enums import GenereVotazione
from organi_collegiali.rules.nomi import degli

# Between texts or persons the figures are of each: the line says only how it ended.
FRA_PIU = {
    GenereVotazione.ALTERNATIVA: ("scelta fra più proposte", "scelta una proposta"),
    GenereVotazione.BALLOTTAGGIO: ("ballottaggio", "approvata al ballottaggio"),
    GenereVotazione.ELEZIONE: ("elezione", "eletti proclamati"),
}


@dataclass(frozen=True, slots=True)
class Esito:
    """A proclaimed vote; ``numero`` is of its deliberation, if it gave one."""

    genere: GenereVotazione
    approvata: bool
    presenti: int
    favorevoli: int
    contrari: int
    astenuti: int
    necessari: int
    numero: int | None = None


def in_breve(esito: Esito) -> str:
    """``n. 129: 11 sì, 1 no, 2 astenuti``; ``non ammesso: 9 sì, ne servivano 10``."""
    if esito.genere in FRA_PIU:
        che_cosa, fatto = FRA_PIU[esito.genere]
        return _con_numero(esito, fatto if esito.approvata else f"{che_cosa} senza esito")
    if not esito.approvata:
        return f"{_rifiutato(esito.genere)}: {esito.favorevoli} sì, ne servivano {esito.necessari}"
    return _con_numero(esito, _cifre(esito))


def _con_numero(esito: Esito, testo: str) -> str:
    if esito.numero is not None:
        return f"delibera n. {esito.numero}: {testo}"
    di_che = {
        GenereVotazione.EMENDAMENTO: "emendamento approvato: ",
        GenereVotazione.AMMISSIONE: "ammesso: ",
        GenereVotazione.ORDINE: "ordine invertito: ",
    }
    return f"{di_che.get(esito.genere, '')}{testo}"


def _rifiutato(genere: GenereVotazione) -> str:
    return {
        GenereVotazione.EMENDAMENTO: "emendamento non approvato",
        GenereVotazione.AMMISSIONE: "non ammesso",
        GenereVotazione.ORDINE: "ordine non invertito",
    }.get(genere, "non approvato")


def _cifre(esito: Esito) -> str:
    if esito.favorevoli == esito.presenti:
        return f"unanimità {degli(esito.presenti)}"
    cifre = [f"{esito.favorevoli} sì", f"{esito.contrari} no"]
    if esito.astenuti:
        cifre.append(plurale(esito.astenuti, "astenuto", "astenuti"))
    return ", ".join(cifre)
