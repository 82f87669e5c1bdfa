"""A list is opened for a school and a year, with its term, its criteria, its sections."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.norme.rules.conservati import da_conservare
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Sede
from selezioni_pon.models import ElencoInfanzia, Griglia
from selezioni_pon.queries.infanzia.elenchi import solo_titoli
from selezioni_pon.queries.infanzia.regole import criteri_spediti, parametri_infanzia
from selezioni_pon.queries.infanzia.visibili import ha_infanzia
from selezioni_pon.services.infanzia.blocco import blocca_elenco

SENZA_INFANZIA: Final = "D.P.R. 89/2009, art. 2: scuole dell’infanzia"


@dataclass(frozen=True)
class DatiElenco:
    """For which school and year; ``griglia_id`` None: the criteria that the programme ships."""

    anno_id: int
    sede_id: int
    entro: date
    griglia_id: int | None = None


@transaction.atomic
def apri_elenco(*, autore: Contesto, adesso: datetime, dati: DatiElenco) -> ElencoInfanzia:
    """Open the list of a school for a year: the dirigente and the segreteria didattica may.

    The parameters of today and the criteria stay its own. A second click gives the same one.
    Raises AttoRifiutato for a school that has no infanzia, a list that is there already, a grid
    whose items are not all titles that one has or has not.
    """
    if not ha_infanzia(autore):
        testo = "Questo istituto non ha una scuola dell’infanzia."
        raise rifiuta("senza_infanzia", testo, SENZA_INFANZIA)
    anno = AnnoScolastico.objects.select_for_update().get(pk=dati.anno_id, istituto=autore.istituto)
    sede = Sede.objects.get(pk=dati.sede_id, istituto=autore.istituto)
    gia = ElencoInfanzia.objects.filter(
        istituto=autore.istituto, anno_scolastico=anno, sede=sede
    ).first()
    if gia is not None:
        if gia.entro == dati.entro and gia.versione == 1:
            return gia
        testo = f"Per {sede} e il {anno} c’è già un elenco."
        raise rifiuta("elenco_preso", testo, campo="sede")
    elenco = ElencoInfanzia.objects.create(
        istituto=autore.istituto,
        anno_scolastico=anno,
        sede=sede,
        entro=dati.entro,
        criteri=_criteri(autore, dati.griglia_id),
        regole=da_conservare(parametri_infanzia(autore.istituto.pk, autore.oggi)),
        aperto_il=adesso,
        aperto_da=autore.persona,
    )
    annota(autore=autore, adesso=adesso, azione="apre elenco dell’infanzia", oggetto=elenco)
    return elenco


@transaction.atomic
def scrivi_elenco(
    *,
    autore: Contesto,
    adesso: datetime,
    elenco_id: int,
    versione: int,
    entro: date,
    in_deroga: bool,
    motivo_deroga: str,
) -> ElencoInfanzia:
    """Change the term, until a version was made, and whether the special cases apply.

    Raises Conflitto, AttoRifiutato.
    """
    elenco = blocca_elenco(autore, elenco_id)
    esigi_letta(elenco, versione)
    if entro != elenco.entro and elenco.versioni.exists():
        testo = "L’elenco è stato formato con il suo termine: non si cambia più."
        raise rifiuta("termine_fermo", testo, campo="entro")
    if in_deroga and not motivo_deroga.strip():
        testo = "Scrivi perché: i posti dei casi particolari vogliono il motivo."
        raise rifiuta("deroga_senza_motivo", testo, campo="motivo_deroga")
    elenco.entro, elenco.in_deroga = entro, in_deroga
    elenco.motivo_deroga = motivo_deroga if in_deroga else ""
    elenco.save(update_fields=["entro", "in_deroga", "motivo_deroga", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="scrive elenco dell’infanzia", oggetto=elenco,
        dati={"entro": entro.isoformat(), "in_deroga": in_deroga},
    )  # fmt: skip
    return elenco


def _criteri(autore: Contesto, griglia_id: int | None) -> dict[str, object]:
    if griglia_id is None:
        return criteri_spediti()
    griglia = Griglia.objects.get(pk=griglia_id, istituto=autore.istituto)
    if not solo_titoli(griglia):
        testo = "Qui serve una griglia di soli titoli posseduti, ciascuno con i suoi punti."
        raise rifiuta("griglia_non_adatta", testo, campo="griglia")
    return dict(griglia.dati)
