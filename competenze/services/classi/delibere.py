"""What the consiglio di classe deliberates in scrutinio on the frozen proposal."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from competenze.enums import Livello, OrigineLivello, StatoClasse
from competenze.models import ClasseRilevata, Decisione, LivelloCertificato
from competenze.queries.quadro.conteggi import Chiave
from competenze.queries.regole import giorno_scrutinio
from competenze.rules.coordinamento import verifica_seduta
from competenze.rules.decisioni import verifica_delibera
from competenze.rules.motivi import DM_14
from competenze.services.classi.blocco import blocca_classe, dati_casella
from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto


@transaction.atomic
def delibera_livello(
    *,
    autore: Contesto,
    adesso: datetime,
    rilevata_id: int,
    chiave: Chiave,
    livello: Livello,
    motivo: str,
) -> LivelloCertificato:
    """Record the level that the consiglio certifies, or NV where it certifies none.

    The coordinator may, from the day of the scrutinio until the certificates. The proposed level
    confirms the proposal; any other one wants the reason (DM 14/2024). Raises ``AttoRifiutato``.
    """
    rilevata = blocca_classe(autore, rilevata_id)
    esigi(
        verifica_seduta(
            StatoClasse(rilevata.stato), giorno_scrutinio(rilevata), timezone.localdate(adesso)
        )
    )
    riga = _riga(rilevata, chiave)
    proposto = Livello(riga.proposto) if riga.proposto else None
    esigi(verifica_delibera(proposto, livello, motivo))
    prima = riga.livello
    riga.livello = livello
    if livello is proposto:
        riga.origine, riga.motivo = _della_proposta(riga)
    else:
        riga.origine, riga.motivo = OrigineLivello.CONSIGLIO, motivo.strip()
    riga.save(update_fields=["livello", "origine", "motivo"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="delibera livello",
        oggetto=rilevata,
        dati={
            **dati_casella(chiave),
            "proposto": riga.proposto,
            "prima": prima,
            "livello": livello.value,
            "motivo": riga.motivo,
        },
    )
    return riga


def _riga(rilevata: ClasseRilevata, chiave: Chiave) -> LivelloCertificato:
    iscrizione_id, competenza_id, lingua = chiave
    try:
        return LivelloCertificato.objects.select_for_update().get(
            istituto_id=rilevata.istituto_id,
            classe_rilevata=rilevata,
            iscrizione_id=iscrizione_id,
            competenza_id=competenza_id,
            lingua=lingua,
        )
    except LivelloCertificato.DoesNotExist:
        testo = "La proposta congelata non ha questa casella: ricarica il quadro."
        raise AttoRifiutato([Violazione("casella_estranea", testo, DM_14)]) from None


def _della_proposta(riga: LivelloCertificato) -> tuple[OrigineLivello, str]:
    """Where the proposal came from: the coordinator's decision in force, else the mean."""
    decisione = Decisione.objects.filter(
        istituto_id=riga.istituto_id,
        classe_rilevata_id=riga.classe_rilevata_id,
        iscrizione_id=riga.iscrizione_id,
        competenza_id=riga.competenza_id,
        lingua=riga.lingua,
        ritirata_il__isnull=True,
    ).first()
    if decisione:
        return OrigineLivello.DECISIONE, decisione.motivo
    return OrigineLivello.MEDIA, ""
