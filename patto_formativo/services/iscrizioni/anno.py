"""What a CPIA decides of a year: when one enrols, the fee, the courses by site and hours."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico
from patto_formativo.models import AperturaIscrizioni, Offerta


@dataclass(frozen=True)
class DatiApertura:
    """From when one enrols, the term of the Collegio, the fee of the Consiglio, by which acts."""

    dal: date
    termine: date | None = None
    termine_estremi: str = ""
    quota: Decimal | None = None
    quota_estremi: str = ""
    quota_delibera_id: int | None = None


@dataclass(frozen=True)
class DatiOfferta:
    """A course: what it is, where, when."""

    genere: str
    sede_id: int
    fascia: str
    giorni: str
    dalle: time
    alle: time
    livello: str = ""
    titolo: str = ""
    aula: str = ""
    aperta: bool = True


@transaction.atomic
def anno_da_aprire(*, autore: Contesto, inizio: int) -> AnnoScolastico:
    """The school year of what is being written; part of the act that writes it."""
    anno, _ = AnnoScolastico.objects.get_or_create(istituto=autore.istituto, inizio=inizio)
    return anno


@transaction.atomic
def apri_iscrizioni(
    *, autore: Contesto, adesso: datetime, anno_id: int, dati: DatiApertura, versione: int = 0
) -> AperturaIscrizioni:
    """Write, or write again, the enrolments of a year. By the office and the direction.

    ``versione`` is that of what was read, 0 where there was nothing. Raises AttoRifiutato for a
    term before the first day, Conflitto when somebody wrote meanwhile.
    """
    anno = AnnoScolastico.objects.select_for_update().get(istituto=autore.istituto, pk=anno_id)
    if dati.termine is not None and dati.termine < dati.dal:
        testo = "Il termine viene prima del giorno in cui si apre."
        raise rifiuta("termine_prima", testo, campo="termine")
    riga = AperturaIscrizioni(istituto=autore.istituto, anno_scolastico=anno)
    gia = AperturaIscrizioni.objects.filter(istituto=autore.istituto, anno_scolastico=anno).first()
    if gia is not None:
        riga = gia
        esigi_letta(riga, versione)
    for campo, valore in asdict(dati).items():
        setattr(riga, campo, valore)
    riga.save()
    _annota(autore, adesso, "apre iscrizioni", riga, dati)
    return riga


@transaction.atomic
def salva_offerta(
    *,
    autore: Contesto,
    adesso: datetime,
    anno_id: int,
    dati: DatiOfferta,
    offerta_id: int | None = None,
    versione: int = 0,
) -> Offerta:
    """Offer a course, or change how it is offered. Raises AttoRifiutato.

    Once somebody has applied the kind of the course and its level stay as they are. ``versione``
    is that of the course as it was read: Conflitto when somebody changed it meanwhile.
    """
    anno = AnnoScolastico.objects.select_for_update().get(istituto=autore.istituto, pk=anno_id)
    if dati.alle <= dati.dalle:
        raise rifiuta("orario", "L’ora di fine viene dopo quella di inizio.", campo="alle")
    riga = Offerta(istituto=autore.istituto, anno_scolastico=anno)
    if offerta_id is not None:
        riga = Offerta.objects.select_for_update().get(istituto=autore.istituto, pk=offerta_id)
        esigi_letta(riga, versione)
        cambia = (riga.genere, riga.livello) != (dati.genere, dati.livello)
        if cambia and riga.domande.exists():
            testo = "Ci sono già domande: percorso e livello restano. Fanne un’altra."
            raise rifiuta("ha_domande", testo, campo="genere")
    for campo, valore in asdict(dati).items():
        setattr(riga, campo, valore)
    riga.save()
    _annota(autore, adesso, "modifica offerta" if offerta_id else "aggiunge offerta", riga, dati)
    return riga


@transaction.atomic
def togli_offerta(*, autore: Contesto, adesso: datetime, offerta_id: int) -> None:
    """Take away a course for which nobody has applied. Raises AttoRifiutato."""
    riga = Offerta.objects.select_for_update().get(istituto=autore.istituto, pk=offerta_id)
    if riga.domande.exists():
        testo = "Ci sono già domande per questo corso: si può chiudere, non togliere."
        raise rifiuta("ha_domande", testo)
    annota(autore=autore, adesso=adesso, azione="toglie offerta", oggetto=riga)
    riga.delete()


def _annota(autore: Contesto, adesso: datetime, azione: str, riga: Any, dati: Any) -> None:
    scritti = {campo: str(valore) for campo, valore in asdict(dati).items() if valore != ""}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=riga, dati=scritti)
