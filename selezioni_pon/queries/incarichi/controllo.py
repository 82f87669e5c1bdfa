"""The check of the work as it would be written today: what is against it, what would be paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cpia.norme.queries import calendario
from cpia.norme.rules.motivi import Motivo, Violazione
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di, vicenda_di
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.buon_esito import Verifica, liquida, verifica_esito
from selezioni_pon.rules.svolgimento import PAGANO, verifica_controllo


@dataclass(frozen=True)
class Giudizio:
    """What is against it and, in cents, what is paid now, with the sum."""

    contro: Sequence[Violazione]
    importo: int = 0
    motivi: Sequence[Motivo] = ()


def giudica_verifica(
    contratto: Contratto, trovata: Verifica, svolte: Fraction, *, senza_oneri: bool
) -> Giudizio:
    """Judge a check of a contract read with its checks. Two queries."""
    vicenda, oggi = vicenda_di(contratto), trovata.data
    contro = [
        *verifica_controllo(vicenda, trovata.rimedio, svolte, oggi, senza_oneri=senza_oneri),
        *verifica_esito(
            trovata,
            regole_di(avviso_di(contratto)).integrazione,
            calendario(contratto.istituto_id, oggi),
        ),
    ]
    if contro or trovata.rimedio not in PAGANO:
        return Giudizio(contro)
    dovuta = liquida(contratto.compenso, svolte, Fraction(contratto.ore), vicenda.pagato)
    return Giudizio((), dovuta.importo, dovuta.motivi)
