"""What is against issuing a letter or a contract on a day, its permission as it stands then."""

from datetime import date
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo, Violazione
from selezioni_pon.enums import StatoAutorizzazione, StatoProposta
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import altri_di, avviso_di, offerta_di, per_le_regole
from selezioni_pon.queries.incarichi.dichiarato import autorizzazione_di, dichiarato_di
from selezioni_pon.rules.autorizzazione import stato_autorizzazione
from selezioni_pon.rules.contratti import Presupposti, verifica_contratto


def autorizzazione_a(contratto: Contratto, oggi: date) -> tuple[StatoAutorizzazione, Motivo]:
    """Where the permission stands: the days of silence go on while the draft waits. One query."""
    dichiarato = dichiarato_di(contratto.proposta.candidatura)
    chiesta = autorizzazione_di(
        dichiarato, contratto.autorizzazione_chiesta_il, contratto.autorizzazione,
        contratto.autorizzazione_atto,
    )  # fmt: skip
    return stato_autorizzazione(dichiarato.provenienza, chiesta, oggi)


def contro_l_emissione(contratto: Contratto, oggi: date) -> list[Violazione]:
    """Everything that is against it. Three queries."""
    avviso = avviso_di(contratto)
    dichiarato = dichiarato_di(contratto.proposta.candidatura)
    return verifica_contratto(
        per_le_regole(contratto),
        offerta_di(avviso, dichiarato, Fraction(contratto.ore)),
        altri_di(contratto),
        Presupposti(
            contratto.proposta.stato == StatoProposta.ACCETTATA,
            contratto.delibera_il,
            autorizzazione_a(contratto, oggi)[0],
        ),
        avviso.posti,
    )
