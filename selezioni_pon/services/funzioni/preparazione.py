"""A procedure is prepared from the deliberation of the Collegio, and opened to applications."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.norme.rules.conservati import da_conservare
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from cpia.scuola.parole import data_estesa
from organi_collegiali.models import Delibera
from selezioni_pon.models import AreaFunzione, ProceduraFunzioni
from selezioni_pon.queries.funzioni.elenchi import collegio
from selezioni_pon.queries.funzioni.regole import parametri_funzioni, regole_del_giorno
from selezioni_pon.rules.funzioni_strumentali.passi import COLLEGIO, contro_l_apertura
from selezioni_pon.services.funzioni.blocco import blocca_bozza
from selezioni_pon.services.funzioni.notizie import APERTE, avverti_i_docenti


@dataclass(frozen=True)
class DatiProcedura:
    """For which year, by which deliberation; ``dal_modello``: with the areas of the model."""

    anno_id: int
    atto: str
    delibera_id: int | None = None
    dal_modello: bool = True


@dataclass(frozen=True)
class DatiArea:
    """An area as the Collegio resolved it."""

    sigla: str
    titolo: str
    compiti: str = ""
    posti: int = 1


@transaction.atomic
def prepara_procedura(
    *, autore: Contesto, adesso: datetime, dati: DatiProcedura
) -> ProceduraFunzioni:
    """Prepare the functions of a year: who directs and the office may.

    A second click gives the same draft. Raises AttoRifiutato without a deliberation.
    """
    anno = AnnoScolastico.objects.select_for_update().get(pk=dati.anno_id, istituto=autore.istituto)
    delibera = _delibera(autore, dati.delibera_id)
    atto = dati.atto.strip() or (detta(delibera) if delibera else "")
    if not atto:
        testo = "Scrivi con quale delibera il Collegio ha identificato le funzioni, o sceglila."
        raise rifiuta("senza_delibera", testo, COLLEGIO, "atto")
    gia = ProceduraFunzioni.objects.filter(
        istituto=autore.istituto, anno_scolastico=anno, atto=atto, aperta_il__isnull=True
    ).first()
    if gia is not None:
        return gia
    procedura = ProceduraFunzioni.objects.create(
        istituto=autore.istituto, anno_scolastico=anno, delibera=delibera, atto=atto,
        creata_il=adesso, creata_da=autore.persona,
    )  # fmt: skip
    if dati.dal_modello:
        AreaFunzione.objects.bulk_create(
            AreaFunzione(
                istituto=autore.istituto, procedura=procedura, sigla=una.sigla, titolo=una.titolo
            )
            for una in regole_del_giorno(autore.istituto.pk, autore.oggi).aree
        )
    annota(
        autore=autore, adesso=adesso, azione="prepara funzioni strumentali", oggetto=procedura,
        dati={"atto": atto},
    )  # fmt: skip
    return procedura


@transaction.atomic
def scrivi_area(
    *,
    autore: Contesto,
    adesso: datetime,
    procedura_id: int,
    dati: DatiArea,
    area_id: int | None = None,
    versione: int | None = None,
) -> AreaFunzione:
    """Write an area, new or of the draft. Raises Conflitto, AttoRifiutato for a name taken."""
    procedura = blocca_bozza(autore, procedura_id)
    altre = procedura.aree.exclude(pk=area_id) if area_id else procedura.aree.all()
    if dati.sigla.casefold() in {una.sigla.casefold() for una in altre}:
        raise rifiuta("sigla_presa", f"C’è già un’area {dati.sigla}.", campo="sigla")
    if area_id is None:
        area = AreaFunzione(istituto=autore.istituto, procedura=procedura)
    else:
        area = AreaFunzione.objects.select_for_update().get(pk=area_id, procedura=procedura)
        esigi_letta(area, versione or 0)
    area.sigla, area.titolo = dati.sigla, dati.titolo
    area.compiti, area.posti = dati.compiti, dati.posti
    area.save()
    annota(
        autore=autore, adesso=adesso, azione="scrive area delle funzioni", oggetto=procedura,
        dati={"area": area.sigla, "posti": area.posti},
    )  # fmt: skip
    return area


@transaction.atomic
def togli_area(*, autore: Contesto, adesso: datetime, procedura_id: int, area_id: int) -> None:
    """Take an area out of a draft; a second click changes nothing. Raises AttoRifiutato."""
    procedura = blocca_bozza(autore, procedura_id)
    area = procedura.aree.filter(pk=area_id).first()
    if area is None:
        return
    sigla = area.sigla
    area.delete()
    annota(
        autore=autore, adesso=adesso, azione="toglie area delle funzioni", oggetto=procedura,
        dati={"area": sigla},
    )  # fmt: skip


@transaction.atomic
def apri_procedura(
    *, autore: Contesto, adesso: datetime, procedura_id: int, scade: datetime
) -> ProceduraFunzioni:
    """Take applications until ``scade``, that second included: who directs may.

    Areas and rules of today stay its own; the teachers are told. Raises AttoRifiutato without
    areas, for a term that is over, when it is open already.
    """
    procedura = blocca_bozza(autore, procedura_id)
    esigi(contro_l_apertura(procedura.aree.count(), scade, adesso))
    procedura.aperta_il, procedura.scade = adesso, scade
    procedura.regole = da_conservare(parametri_funzioni(autore.istituto.pk, autore.oggi))
    procedura.versione += 1
    procedura.save(update_fields=["aperta_il", "scade", "regole", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="apre domande per le funzioni", oggetto=procedura,
        dati={"scade": scade.isoformat()},
    )  # fmt: skip
    avverti_i_docenti(procedura, APERTE, adesso)
    return procedura


def detta(delibera: Delibera) -> str:
    """A deliberation as one cites it."""
    giorno = data_estesa(timezone.localdate(delibera.adottata_il))
    return f"delibera n. {delibera.numero} del {giorno}, {delibera.organo.nome}"[:200]


def _delibera(autore: Contesto, delibera_id: int | None) -> Delibera | None:
    if delibera_id is None:
        return None
    return collegio(autore).get(pk=delibera_id)
