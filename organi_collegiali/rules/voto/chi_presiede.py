"""When the outcome of a vote hangs on how who presides voted, and must therefore be said."""

from cpia.norme.enums import BaseMaggioranza, EsitoParita
from cpia.norme.rules.motivi import Violazione
from organi_collegiali.enums import FormaVotazione, GenereVotazione, VotoPresidente
from organi_collegiali.rules.caso import Caso, RegoleDelPunto
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.rules.voto.voto_speciale import META, decide_chi_presiede

SENZA_PARITA = (
    GenereVotazione.AMMISSIONE, GenereVotazione.ALTERNATIVA, GenereVotazione.ELEZIONE,
)  # fmt: skip


def decide(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> bool:
    """Whether a tie of an open vote is broken by who presides (D.Lgs. 297/1994 art. 37 c. 3)."""
    if not caso.presidente_vota or caso.genere in SENZA_PARITA:
        return False
    if caso.genere is GenereVotazione.PROPOSTA and regole.unanimita is not None:
        return False
    if caso.genere is GenereVotazione.BALLOTTAGGIO:
        return _al_ballottaggio(caso, cifre, regole)
    voto = regole.modifica if caso.modifica else regole.voto
    if caso.modifica and (
        regole.modifica_quota.valore != META or voto.base.valore is BaseMaggioranza.COMPONENTI
    ):
        return False
    return decide_chi_presiede(
        caso.voti(cifre), forma=caso.forma, regole=voto, in_carica=caso.in_carica
    )


def _al_ballottaggio(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> bool:
    massimo = max(cifre.per_proposta.values(), default=0)
    return (
        caso.forma is FormaVotazione.PALESE
        and regole.voto.parita.valore is EsitoParita.PREVALE_PRESIDENTE
        and massimo > 0
        and list(cifre.per_proposta.values()).count(massimo) > 1
    )


def verifica(caso: Caso, cifre: Cifre, regole: RegoleDelPunto) -> list[Violazione]:
    """Where the vote of who presides decides it must be said, and be one of those counted."""
    if not decide(caso, cifre, regole):
        return []
    fonte = regole.voto.parita.fonte
    if caso.presidente is None and caso.presidente_per is None:
        testo = "A parità di voti decide chi presiede: indica come ha votato."
        return [Violazione("chi_presiede", testo, fonte, "voto_presidente")]
    if caso.presidente is VotoPresidente.ASTENUTO and not _non_espressi(caso, cifre):
        testo = "Chi presiede è segnato astenuto, ma nessuno si è astenuto."
        return [Violazione("chi_presiede_non_contato", testo, fonte, "voto_presidente")]
    return []


def _non_espressi(caso: Caso, cifre: Cifre) -> int:
    """Who is present and gave no vote for or against."""
    return caso.presenti - cifre.favorevoli - cifre.contrari
