"""Help for who knows little Italian, and the hours more of the first period."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import Cittadinanza
from patto_formativo.models import Corsista
from patto_formativo.rules.misure import scritte
from patto_formativo.rules.sostegno import (
    FASE_4,
    PercheOre,
    Sostegno,
    verifica_ore_in_piu,
    verifica_sostegno,
)
from patto_formativo.services.accoglienza.blocco import blocca_attivo, esigi_ore_aperte
from patto_formativo.tabelle import tabella


@transaction.atomic
def scrivi_sostegno(
    *,
    autore: Contesto,
    adesso: datetime,
    corsista_id: int,
    sostegno: Sostegno | None,
    dettaglio: str = "",
) -> Corsista:
    """Write what helps with Italian, or that nothing is needed any more (None).

    Of the tutor, who sees that the interview is not possible (fase 2). Raises AttoRifiutato.
    """
    corsista = blocca_attivo(autore, corsista_id)
    esigi(verifica_sostegno(sostegno, Cittadinanza(corsista.domanda.cittadinanza)))
    scritto = ""
    if sostegno is not None:
        scritto = f"{sostegno.etichetta}: {dettaglio}" if dettaglio else sostegno.etichetta
    if scritto != corsista.rinforzo:
        corsista.rinforzo = scritto
        corsista.save(update_fields=["rinforzo"])
        annota(
            autore=autore, adesso=adesso, azione="scrive sostegno", oggetto=corsista,
            dati={"sostegno": sostegno.value if sostegno else ""},
        )  # fmt: skip
    return corsista


@transaction.atomic
def scrivi_ore_in_piu(
    *,
    autore: Contesto,
    adesso: datetime,
    corsista_id: int,
    ore: Decimal,
    motivo: PercheOre | None,
) -> Corsista:
    """Give hours more, up to those that the path has, or take them away (0).

    Of the tutor. Raises AttoRifiutato without one of the two reasons, beyond the most, on another
    path, or once an approved agreement has fixed the hours.
    """
    corsista = blocca_attivo(autore, corsista_id)
    percorso = corsista.percorso
    if percorso is None:
        raise rifiuta("senza_percorso", "Questo corso non ha un monte ore.", FASE_4, "ore_in_piu")
    esigi(verifica_ore_in_piu(Fraction(ore), motivo, tabella().percorsi[percorso]))
    esigi_ore_aperte(autore, [corsista.pk])
    corsista.ore_in_piu = ore
    corsista.motivo_ore_in_piu = motivo.etichetta if ore and motivo else ""
    corsista.save(update_fields=["ore_in_piu", "motivo_ore_in_piu"])
    annota(
        autore=autore, adesso=adesso, azione="scrive ore in più", oggetto=corsista,
        dati={"ore": scritte(ore), "motivo": motivo.value if ore and motivo else ""},
    )  # fmt: skip
    return corsista
