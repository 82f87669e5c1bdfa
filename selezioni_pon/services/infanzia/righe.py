"""A version of the list with its rows: written once, in the transaction that makes it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from cpia.atti.services import annota
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from selezioni_pon.enums import TipoVersione
from selezioni_pon.models import RigaInfanzia, VersioneInfanzia
from selezioni_pon.queries.infanzia.quadro import Quadro
from selezioni_pon.rules.fila import Assegnazione

DECIMALI = Decimal("0.0001")


@dataclass(frozen=True)
class Nuova:
    """What a version says of the whole."""

    tipo: TipoVersione
    assegnazione: Assegnazione
    motivi: Sequence[Motivo]
    motivo: str = ""
    osservazioni_entro: date | None = None


def scrivi_versione(
    autore: Contesto,
    adesso: datetime,
    letto: Quadro,
    nuova: Nuova,
    motivi_di: Callable[[str], Sequence[Motivo]],
    *,
    azione: str,
) -> VersioneInfanzia:
    """Keep a version and what each one has in it; part of the act that makes it.

    ``azione`` is that act in the register.
    """
    versione = VersioneInfanzia.objects.create(
        istituto=autore.istituto,
        elenco=letto.elenco,
        numero=max((una.numero for una in letto.versioni), default=0) + 1,
        tipo=nuova.tipo.value,
        motivo=nuova.motivo,
        posti=nuova.assegnazione.posti,
        osservazioni_entro=nuova.osservazioni_entro,
        motivi=in_dati(nuova.motivi),
        formata_il=adesso,
        formata_da=autore.persona,
    )
    RigaInfanzia.objects.bulk_create(
        RigaInfanzia(
            istituto=autore.istituto,
            versione=versione,
            domanda=letto.domande[riga.chi],
            ordine=ordine,
            stato=riga.stato.value,
            posizione=riga.posizione,
            in_attesa=riga.in_attesa,
            punti=_esatti(letto.punteggi[riga.chi].totale),
            motivi=in_dati(motivi_di(riga.chi)),
        )
        for ordine, riga in enumerate(nuova.assegnazione.righe, start=1)
    )
    annota(
        autore=autore, adesso=adesso, azione=azione, oggetto=letto.elenco,
        dati={"versione_elenco": versione.numero, "posti": versione.posti},
    )  # fmt: skip
    return versione


def in_dati(motivi: Sequence[Motivo]) -> list[dict[str, str]]:
    """Reasons as a row keeps them."""
    return [asdict(uno) for uno in motivi]


def _esatti(punti: Fraction) -> Decimal:
    return (Decimal(punti.numerator) / Decimal(punti.denominator)).quantize(DECIMALI)
