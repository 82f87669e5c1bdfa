"""The persons of the year, narrowed and read with how far each is."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from cpia.norme.rules.anno import anno_scolastico
from cpia.norme.rules.motivi import Valore
from cpia.scuola.access import Contesto
from patto_formativo.enums import GenereOfferta, Percorso, StatoPatto
from patto_formativo.models import Corsista
from patto_formativo.queries.accoglienza import accoglienze, ultimi_incontri
from patto_formativo.queries.elenchi.righe import Riga
from patto_formativo.queries.elenchi.sedi import conosce_la_sede, nome_della_sede
from patto_formativo.queries.elenchi.stati import dossier_di, patti_di
from patto_formativo.queries.regole import regole
from patto_formativo.queries.visibili import SCUOLA, Veste, corsisti
from patto_formativo.rules.accoglienza import Accoglienza
from patto_formativo.rules.passi import Situazione, Tratto, fermo, prossimo
from patto_formativo.tabelle import tabella

GUARDANO: Final = (*SCUOLA, Veste.DOCENTE, Veste.SEZIONE)


@dataclass(frozen=True, slots=True)
class Filtri:
    """What a list is narrowed to; None and empty mean all."""

    veste: Veste | None = None
    percorso: Percorso | None = None
    sede: int | None = None
    tutor: int | None = None
    senza_tutor: bool = False
    tratto: Tratto | None = None
    fermi: bool = False


def dell_anno(contesto: Contesto, *vesti: Veste) -> QuerySet[Corsista]:
    """The persons of this school year whom somebody may look at, on a path with an agreement.

    Those whose path takes two years are also of the second.
    """
    inizio = anno_scolastico(contesto.oggi).inizio
    righe = corsisti(contesto, *(vesti or GUARDANO)).filter(
        Q(anno_scolastico__inizio=inizio)
        | Q(anno_scolastico__inizio__lt=inizio, ultimo_anno__inizio__gte=inizio)
    )
    return righe.exclude(offerta__genere=GenereOfferta.AMPLIAMENTO.value)


def elenco(contesto: Contesto, filtri: Filtri) -> list[Riga]:
    """The persons of the list, by name. Six queries, however many there are."""
    scelti = dell_anno(contesto, *([filtri.veste] if filtri.veste else []))
    if filtri.percorso:
        scelti = scelti.filter(offerta__genere=filtri.percorso.value)
    if filtri.sede:
        scelti = scelti.filter(offerta__sede=filtri.sede)
    if filtri.tutor:
        scelti = scelti.filter(tutor=filtri.tutor)
    righe = righe_di(contesto, scelti)
    return [riga for riga in righe if _resta(contesto, riga, filtri)]


def _resta(contesto: Contesto, riga: Riga, filtri: Filtri) -> bool:
    """What cannot be asked of the database; a site that one may not know finds nobody."""
    if filtri.sede and not conosce_la_sede(contesto, riga.corsista):
        return False
    if filtri.senza_tutor and not riga.senza_tutor:
        return False
    if filtri.tratto and riga.tratto is not filtri.tratto:
        return False
    return bool(riga.fermo) if filtri.fermi else True


def righe_di(contesto: Contesto, scelti: QuerySet[Corsista]) -> list[Riga]:
    """These persons with how far each is. Six queries."""
    trovati = list(
        scelti.select_related("persona", "tutor", "offerta__sede").order_by(
            "persona__cognome", "persona__nome", "id"
        )
    )
    pks = [corsista.pk for corsista in trovati]
    fatte = accoglienze(trovati) if trovati else {}
    ultimi = ultimi_incontri(contesto.istituto.pk, pks)
    patti = patti_di(contesto.istituto.pk, pks)
    dossier = dossier_di(contesto.istituto.pk, pks)
    entro = regole(contesto.istituto.pk, contesto.oggi).prossimo_incontro_entro
    return [
        _riga(
            contesto,
            corsista,
            fatte[corsista.pk],
            dossier.get(corsista.pk, ""),
            patti.get(corsista.pk),
            ultimo=ultimi.get(corsista.pk, corsista.iscritto_il),
            entro=entro,
        )
        for corsista in trovati
    ]


def _riga(
    contesto: Contesto,
    corsista: Corsista,
    fatta: Accoglienza,
    dossier: str,
    patto: StatoPatto | None,
    *,
    ultimo: date,
    entro: Valore[int],
) -> Riga:
    poi = prossimo(
        Situazione(
            accoglienza=fatta,
            attivo=corsista.attivo,
            ha_tutor=corsista.tutor_id is not None,
            dossier_aperto=dossier in ("aperto", "chiuso"),
            patto=patto,
        )
    )
    percorso = corsista.percorso
    return Riga(
        corsista=corsista,
        accoglienza=fatta,
        dossier=dossier,
        patto=patto,
        prossimo=poi,
        fermo=fermo(poi.passo, ultimo, contesto.oggi, entro),
        sede=nome_della_sede(contesto, corsista),
        massimo=tabella().percorsi[percorso].accoglienza if percorso else 0,
    )


def quanti_per_veste(contesto: Contesto) -> dict[Veste, int]:
    """How many persons of the year one may look at as each part that one has. A query each."""
    return {veste: dell_anno(contesto, veste).count() for veste in GUARDANO}
