"""The numbers of a version that are told in plain words."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from cpia.norme.rules.anno import AnnoScolastico
from patto_formativo.enums import Percorso
from patto_formativo.models import UnitaDelPatto, Versione
from patto_formativo.queries.patti.piano import misure_della, unita_di
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.fatti import Fatti
from patto_formativo.rules.misure import NULLA


def fatti_di(
    versione: Versione,
    oggi: date,
    *,
    unita: Sequence[UnitaDelPatto] | None = None,
    limiti: RegolePatto | None = None,
) -> Fatti:
    """What the plain words say of a version. Two queries, none when both are given."""
    in_uso = limiti or regole(versione.istituto_id, oggi)
    righe = unita_di(versione) if unita is None else unita
    misure = misure_della(versione)
    corsista = versione.patto.corsista
    return Fatti(
        percorso=Percorso(corsista.offerta.genere),
        ore_totali=misure.ore_totali,
        accoglienza=misure.accoglienza,
        crediti=sum(misure.crediti.values(), NULLA),
        minimo=in_uso.soglia.valore * misure.psp,
        a_distanza=sum((Fraction(riga.a_distanza) for riga in righe), NULLA),
        limite_distanza=in_uso.distanza.valore * misure.psp,
        mesi=in_uso.mesi_silenzio.valore,
        anno=anni_di(versione)[-1],
        minorenne=minorenne(corsista.nascita, oggi),
    )


def anni_di(versione: Versione) -> list[str]:
    """The school years of a version: «2023/24», and «2024/25» when it lasts two."""
    primo = versione.patto.corsista.anno_scolastico.inizio
    return [AnnoScolastico(primo + n).etichetta for n in range(versione.anni)]
