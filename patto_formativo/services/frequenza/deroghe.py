"""Derogations from the 70 per cent: proposed by a council, decided by the Collegio."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.norme.rules.anno import anno_scolastico
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera
from patto_formativo.enums import StatoCorsista
from patto_formativo.models import Deroga
from patto_formativo.rules.frequenza import DEROGABILI
from patto_formativo.rules.ore_per_unita import ART_7
from patto_formativo.services.corsisti import blocca_corsista


@transaction.atomic
def proponi_deroga(
    *,
    autore: Contesto,
    adesso: datetime,
    corsista_id: int,
    motivo: str,
    consiglio: str,
    proposta_il: date,
) -> Deroga:
    """Register that a council proposes a derogation, with its reason. Raises AttoRifiutato."""
    corsista = blocca_corsista(autore, corsista_id)
    if corsista.percorso not in DEROGABILI:
        testo = "Le deroghe sono dei percorsi di primo livello."
        raise rifiuta("non_derogabile", testo, ART_7)
    if corsista.stato == StatoCorsista.RITIRATO:
        raise rifiuta("ritirato", "Non è più iscritto: non c’è percorso da rendere valido.")
    if proposta_il > autore.oggi:
        testo = "La proposta non c’è ancora stata: si registra dal suo giorno in poi."
        raise rifiuta("nel_futuro", testo, "", "proposta_il")
    anno = anno_scolastico(proposta_il)
    if corsista.deroghe.filter(
        respinta_il__isnull=True, proposta_il__range=(anno.dal, anno.al)
    ).exists():
        testo = "C’è già una deroga di quest’anno scolastico, proposta o approvata."
        raise rifiuta("gia_proposta", testo, ART_7)
    deroga = Deroga.objects.create(
        istituto=autore.istituto, corsista=corsista, motivo=motivo, consiglio=consiglio,
        proposta_il=proposta_il, proposta_da=autore.persona,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="propone deroga alla frequenza", oggetto=deroga,
        dati={"corsista": corsista.pk},
    )  # fmt: skip
    return deroga


@transaction.atomic
def approva_deroga(
    *,
    autore: Contesto,
    adesso: datetime,
    deroga_id: int,
    delibera: Delibera | None = None,
    estremi: str = "",
    approvata_il: date | None = None,
) -> Deroga:
    """Register the deliberation of the Collegio: one of the portal, or its number and day.

    Raises AttoRifiutato.
    """
    deroga = _blocca(autore, deroga_id)
    if delibera is not None:
        giorno = timezone.localdate(delibera.adottata_il)
        estremi = f"delibera n. {delibera.numero} del {data_estesa(giorno)}"
        _esigi_del_collegio(autore, delibera)
    else:
        giorno = approvata_il or autore.oggi
    if not estremi:
        testo = "Scegli la delibera del Collegio, o scrivine numero e giorno."
        raise rifiuta("senza_delibera", testo, ART_7, "estremi")
    if not deroga.proposta_il <= giorno <= autore.oggi:
        testo = (
            f"Proposta il {data_estesa(deroga.proposta_il)}: il Collegio delibera dopo, "
            "e non nel futuro."
        )
        raise rifiuta("giorno", testo, ART_7, "approvata_il" if delibera is None else "delibera")
    deroga.delibera, deroga.estremi, deroga.approvata_il = delibera, estremi, giorno
    deroga.save(update_fields=["delibera", "estremi", "approvata_il"])
    annota(
        autore=autore, adesso=adesso, azione="approva deroga alla frequenza", oggetto=deroga,
        dati={"corsista": deroga.corsista_id, "delibera": delibera.pk if delibera else None},
    )  # fmt: skip
    return deroga


@transaction.atomic
def respingi_deroga(
    *, autore: Contesto, adesso: datetime, deroga_id: int, estremi: str = ""
) -> Deroga:
    """Register that the Collegio did not approve it. Raises AttoRifiutato when it is decided."""
    deroga = _blocca(autore, deroga_id)
    deroga.respinta_il, deroga.estremi = autore.oggi, estremi
    deroga.save(update_fields=["respinta_il", "estremi"])
    annota(
        autore=autore, adesso=adesso, azione="respinge deroga alla frequenza", oggetto=deroga,
        dati={"corsista": deroga.corsista_id},
    )  # fmt: skip
    return deroga


def _blocca(autore: Contesto, deroga_id: int) -> Deroga:
    deroga = Deroga.objects.select_for_update().get(pk=deroga_id, istituto=autore.istituto)
    if deroga.approvata_il or deroga.respinta_il:
        raise rifiuta("gia_decisa", "Su questa deroga il Collegio ha già deciso.")
    return deroga


def _esigi_del_collegio(autore: Contesto, delibera: Delibera) -> None:
    organo = delibera.organo
    if organo.istituto_id != autore.istituto.pk or organo.tipo != TipoOrgano.COLLEGIO:
        raise rifiuta("altro_organo", "La delibera è di un altro organo.", ART_7, "delibera")
