"""What the sum of a person is made of, read for one person at a time."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils import timezone

from cpia.scuola import orologio
from patto_formativo.enums import Percorso
from patto_formativo.models import Corsista, Dossier, Evidenza, QuadroOrario
from patto_formativo.queries.accoglienza import accoglienza_di
from patto_formativo.queries.crediti.conto import ContoCrediti
from patto_formativo.queries.regole import regole
from patto_formativo.rules.misure import NULLA
from patto_formativo.tabelle import voci


def conto_crediti(corsista: Corsista) -> ContoCrediti:
    """The credits of a person as they stand now. A fixed number of queries.

    Evidence has the age that it had on the day of the request. Raises ValueError for a person who
    is on no path.
    """
    dossier = dossier_di(corsista)
    oggi = timezone.localdate(orologio.adesso())
    in_vigore = regole(corsista.istituto_id, oggi)
    percorso = percorso_di(corsista)
    per_livello = ore_per_livello(corsista, percorso)
    chiesto = dossier.richiesto_il if dossier else None
    return ContoCrediti(
        corsista=corsista,
        dossier=dossier,
        percorso=percorso,
        tabella=in_vigore.tabella,
        ore_totali=in_vigore.tabella.percorsi[percorso].ore + Fraction(corsista.ore_in_piu),
        accoglienza=accoglienza_di(corsista).contate,
        ore=somma(per_livello, percorso),
        evidenze=evidenze_di(dossier),
        al=chiesto or oggi,
        soglia=in_vigore.soglia,
        distanza=in_vigore.distanza,
        unita=in_vigore.ore_di_credito,
        per_livello=per_livello,
    )


def percorso_di(corsista: Corsista) -> Percorso:
    """The path of a person. Raises ValueError for what only widens the offer: it has no credits."""
    return Percorso(corsista.offerta.genere)


def dossier_di(corsista: Corsista) -> Dossier | None:
    """The dossier of a person, if it was opened. One query."""
    return Dossier.objects.filter(istituto=corsista.istituto_id, corsista=corsista).first()


def evidenze_di(dossier: Dossier | None) -> tuple[Evidenza, ...]:
    """What the dossier holds, in its order. One query."""
    if dossier is None:
        return ()
    righe = Evidenza.objects.filter(istituto=dossier.istituto_id, dossier=dossier)
    return tuple(righe.filter(tolta_il__isnull=True).order_by("ordine", "pk"))


def ore_per_competenza(corsista: Corsista, percorso: Percorso) -> dict[str, Fraction]:
    """The hours of each competence in the year of enrolment, of all the levels. One query."""
    return somma(ore_per_livello(corsista, percorso), percorso)


def ore_per_livello(corsista: Corsista, percorso: Percorso) -> dict[str, dict[str, Fraction]]:
    """The hours of each competence, level by level; "" where the path has none. One query."""
    quadri = QuadroOrario.objects.filter(
        istituto=corsista.istituto_id,
        anno_scolastico=corsista.anno_scolastico_id,
        percorso=percorso.value,
    )
    return {
        livello: {codice: Fraction(quante) for codice, quante in ore.items()}
        for livello, ore in quadri.values_list("livello", "ore")
    }


def somma(
    per_livello: Mapping[str, Mapping[str, Fraction]], percorso: Percorso
) -> dict[str, Fraction]:
    """The hours of each competence of all the levels, in the order of the path."""
    somme: dict[str, Fraction] = {}
    for ore in per_livello.values():
        for codice, quante in ore.items():
            somme[codice] = somme.get(codice, NULLA) + quante
    return {codice: somme[codice] for codice in voci(percorso) if codice in somme}
