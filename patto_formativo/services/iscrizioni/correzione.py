"""What was written in an application is put right by the office, until it is taken."""

from dataclasses import asdict, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno_e_ora
from patto_formativo.enums import StatoDomanda
from patto_formativo.models import DomandaIscrizione, Offerta
from patto_formativo.queries.iscrizioni.giudizi import rilievi
from patto_formativo.rules.iscrizione import ART_1, Studi, contro
from patto_formativo.services.iscrizioni.dati import DatiDomanda
from patto_formativo.services.iscrizioni.esame import blocca, protocolla_e_congela
from patto_formativo.services.iscrizioni.foglio import congela
from patto_formativo.services.iscrizioni.presentazione import campi_scritti, chi_di, tempo_dell


@transaction.atomic
def correggi_domanda(
    *,
    autore: Contesto,
    adesso: datetime,
    domanda_id: int,
    dati: DatiDomanda,
    motivo: str,
    versione: int,
) -> DomandaIscrizione:
    """Put right what was typed, with the reason; the register has the names of the fields alone.

    It is judged as on the day on which it came, and the paper of before stays. ``versione`` is
    that of what was read. By the office. Raises Conflitto, AttoRifiutato when it is taken already.
    """
    domanda = blocca(autore, domanda_id, StatoDomanda.PRESENTATA)
    if not motivo.strip():
        raise rifiuta("senza_motivo", "Scrivi perché si corregge.", campo="motivo")
    giorno = timezone.localdate(domanda.presentata_il)
    offerta = _offerta(domanda, dati.offerta_id)
    esigi(contro(chi_di(dati), giorno))
    tempo = replace(tempo_dell(offerta, giorno), tardiva=domanda.tardiva)
    esigi_letta(domanda, versione)
    protocolla_e_congela(autore, adesso, domanda)
    cambiati = _scrivi(domanda, offerta, campi_scritti(dati, tempo, giorno))
    carte = list(domanda.carte.all())
    detti = rilievi(domanda, offerta, carte, tempo=tempo, studi=Studi(dati.studi), oggi=giorno)
    domanda.rilievi = [asdict(detto) for detto in detti]
    congela(autore, adesso, domanda, corretta=f"dalla segreteria, {giorno_e_ora(adesso)}")
    domanda.save(update_fields=[*cambiati, "rilievi", "versione", "protocollo", "documento"])
    annota(
        autore=autore, adesso=adesso, azione="corregge domanda di iscrizione", oggetto=domanda,
        dati={"campi": cambiati, "motivo": motivo.strip()},
    )  # fmt: skip
    return domanda


def _offerta(domanda: DomandaIscrizione, offerta_id: int) -> Offerta:
    """The course that it is for already, or another that is open in the same year."""
    trovata = (
        Offerta.objects.select_related("sede", "anno_scolastico")
        .filter(
            istituto_id=domanda.istituto_id, anno_scolastico_id=domanda.anno_scolastico_id,
            pk=offerta_id,
        )
        .first()
    )  # fmt: skip
    if trovata is None or not (trovata.aperta or trovata.pk == domanda.offerta_id):
        raise rifiuta("offerta", "Scegli un corso fra quelli proposti.", ART_1, "offerta")
    return trovata


def _scrivi(domanda: DomandaIscrizione, offerta: Offerta, nuovi: dict[str, object]) -> list[str]:
    """Write what is different; the names of its fields. Raises AttoRifiutato when nothing is."""
    cambiati = [nome for nome, valore in nuovi.items() if getattr(domanda, nome) != valore]
    if not cambiati:
        raise rifiuta("uguale", "Non hai cambiato niente: correggi un campo, o torna indietro.")
    for nome in cambiati:
        setattr(domanda, nome, nuovi[nome])
    domanda.offerta = offerta
    return cambiati
