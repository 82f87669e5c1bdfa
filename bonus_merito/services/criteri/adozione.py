"""The criteria are adopted: from then on only others take their place."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from bonus_merito.enums import StatoCriteri, StatoProcedura
from bonus_merito.models import Criteri, Procedura
from bonus_merito.queries.criteri.lettura import aree, in_vigore, mancanze
from bonus_merito.queries.criteri.partenza import deliberano
from bonus_merito.rules.criteri import COMITATO, AttoDiAdozione, verifica_atto
from bonus_merito.services.criteri.blocco import blocca_bozza
from bonus_merito.services.criteri.carta import chiedi_carta
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.models import Delibera

FUORI = [StatoProcedura.BOZZA.value, StatoProcedura.ANNULLATA.value]


@transaction.atomic
def adotta_criteri(
    *,
    autore: Contesto,
    adesso: datetime,
    criteri_id: int,
    versione: int,
    delibera_id: int | None = None,
    atto: str = "",
    adottati_il: date | None = None,
) -> Criteri:
    """Record that a draft is adopted: who directs may.

    On a deliberation of the portal, which says the day, with the decree of who directs beside it
    if there is one; or on an act of before, in its words and with its day. Those in force for the
    same year and category give their place. The words are frozen, take a protocol number and a
    worker prints them. Raises Conflitto when the draft is not the one that was read,
    AttoRifiutato for what is missing.
    """
    criteri = blocca_bozza(autore, criteri_id)
    if criteri.versione != versione:
        raise Conflitto(criteri)
    delibera = _delibera(autore, criteri, delibera_id)
    deliberati_il = timezone.localdate(delibera.adottata_il) if delibera else None
    contro = verifica_atto(AttoDiAdozione(deliberati_il, atto, adottati_il), autore.oggi)
    esigi([*contro, *mancanze(criteri, aree(criteri), autore.oggi)])
    _prende_il_posto(autore, adesso, criteri)
    criteri.delibera, criteri.atto = delibera, atto
    criteri.adottati_il = adottati_il or deliberati_il
    criteri.stato, criteri.adottati_da = StatoCriteri.ADOTTATI.value, autore.persona
    criteri.modificati_il = adesso
    criteri.save(
        update_fields=[
            "stato", "delibera", "atto", "adottati_il", "adottati_da", "sostituisce",
            "modificati_il",
        ]
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="adotta criteri del bonus", oggetto=criteri,
        dati={"delibera": delibera.pk if delibera else None},
    )  # fmt: skip
    return chiedi_carta(autore=autore, adesso=adesso, criteri_id=criteri.pk)


def _delibera(autore: Contesto, criteri: Criteri, delibera_id: int | None) -> Delibera | None:
    if delibera_id is None:
        return None
    trovata = deliberano(autore, criteri).filter(pk=delibera_id).first()
    if trovata is None:
        testo = "Scegli una delibera del Comitato che non abbia già adottato altri criteri."
        raise rifiuta("delibera", testo, COMITATO, "delibera")
    return trovata


def _prende_il_posto(autore: Contesto, adesso: datetime, criteri: Criteri) -> None:
    """Those in force give their place, unless a call was already opened on them."""
    prima = in_vigore(autore.istituto.pk, criteri.anno_scolastico_id, criteri.categoria)
    if prima is None:
        return
    aperta = Procedura.objects.filter(istituto=autore.istituto, criteri=prima)
    if aperta.exclude(stato__in=FUORI).exists():
        testo = "Una procedura è già aperta sui criteri in vigore: quelli nuovi valgono per un "
        raise rifiuta("procedura_aperta", f"{testo}altro anno.", COMITATO)
    prima.stato = StatoCriteri.SOSTITUITI.value
    prima.save(update_fields=["stato"])
    annota(
        autore=autore, adesso=adesso, azione="sostituisce criteri del bonus", oggetto=prima,
        dati={"criteri": criteri.pk},
    )  # fmt: skip
    criteri.sostituisce = prima
