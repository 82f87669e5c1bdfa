"""A version of the criteria begins: from those shipped, from others adopted, or from nothing."""

from datetime import datetime

from django.db import transaction

from bonus_merito.enums import Categoria, StatoCriteri
from bonus_merito.models import Criteri
from bonus_merito.services.criteri.blocco import blocca_bozza
from bonus_merito.services.criteri.copie import riempi
from bonus_merito.services.criteri.dati import DatiVersione
from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico

TITOLO = "Criteri per la valorizzazione del merito"


@transaction.atomic
def prepara_criteri(*, autore: Contesto, adesso: datetime, dati: DatiVersione) -> Criteri:
    """Begin a draft: who directs or the office may.

    Raises AttoRifiutato: there is one draft at a time for a year and a category.
    """
    anno = AnnoScolastico.objects.select_for_update().get(pk=dati.anno_id, istituto=autore.istituto)
    _esigi_nessuna_bozza(autore, anno, dati.categoria)
    criteri = Criteri(
        istituto=autore.istituto,
        anno_scolastico=anno,
        categoria=dati.categoria.value,
        titolo=dati.titolo or f"{TITOLO}, {dati.categoria.etichetta}",
        modificati_il=adesso,
    )
    riempi(criteri, dati)
    annota(
        autore=autore, adesso=adesso, azione="prepara criteri del bonus", oggetto=criteri,
        dati={"da": dati.da if dati.da.isdecimal() else ""},
    )  # fmt: skip
    return criteri


def _esigi_nessuna_bozza(autore: Contesto, anno: AnnoScolastico, categoria: Categoria) -> None:
    if Criteri.objects.filter(
        istituto=autore.istituto,
        anno_scolastico=anno,
        categoria=categoria.value,
        stato=StatoCriteri.BOZZA.value,
    ).exists():
        testo = f"Per il {anno} c’è già una bozza dei criteri, {categoria.etichetta}: si scrive lì."
        raise rifiuta("bozza_presente", testo, campo="anno")


@transaction.atomic
def elimina_bozza(*, autore: Contesto, adesso: datetime, criteri_id: int) -> None:
    """Throw a draft away. Raises AttoRifiutato for criteria that are adopted."""
    criteri = blocca_bozza(autore, criteri_id)
    annota(autore=autore, adesso=adesso, azione="elimina bozza dei criteri", oggetto=criteri)
    criteri.delete()
