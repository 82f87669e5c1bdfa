"""What the form of an assignment starts from, and why it asks what it asks."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cpia.norme.queries import parametro
from cpia.norme.rules.motivi import Motivo
from cpia.norme.rules.termini import scadenza
from selezioni_pon.enums import StatoAutorizzazione, TipoContratto
from selezioni_pon.models import Proposta
from selezioni_pon.queries.incarichi.atti import orario_di
from selezioni_pon.queries.incarichi.dichiarato import autorizzazione_di, dichiarato_di
from selezioni_pon.rules.autorizzazione import stato_autorizzazione
from selezioni_pon.rules.cifre import in_cifre, in_euro
from selezioni_pon.rules.stipula import compenso_di, tipo_di

GIORNI = "selezioni.risposta_giorni"


@dataclass(frozen=True)
class Partenza:
    """Letter or contract and why; the permission and why; the sum that makes the pay."""

    tipo: TipoContratto
    perche: Motivo
    serve: bool
    permesso: Motivo
    conto: str
    iniziali: dict[str, Any]


def partenza(proposta: Proposta, oggi: date) -> Partenza:
    """What an assignment is before anybody writes in it. One query."""
    avviso, dichiarato = proposta.candidatura.avviso, dichiarato_di(proposta.candidatura)
    tipo, perche = tipo_di(dichiarato.provenienza)
    chiesta = autorizzazione_di(dichiarato, None, "", "")
    stato, permesso = stato_autorizzazione(dichiarato.provenienza, chiesta, oggi)
    orario, ore = orario_di(avviso, dichiarato), Fraction(avviso.ore)
    tutto = compenso_di(orario, ore)
    return Partenza(
        tipo=tipo,
        perche=perche,
        serve=stato is not StatoAutorizzazione.NON_SERVE,
        permesso=permesso,
        conto=f"{in_cifre(ore)} ore × {in_euro(orario)} = {in_euro(tutto)}",
        iniziali={
            "dal": avviso.dal, "al": avviso.al, "ore": avviso.ore,
            "compenso": Decimal(tutto) / 100,
        },
    )  # fmt: skip


def giorno_per_rispondere(istituto_id: int, oggi: date) -> date:
    """By when one answers a proposal of today, as the school has it. One query."""
    return scadenza(oggi, parametro(istituto_id, GIORNI, oggi).come(int)).giorno
