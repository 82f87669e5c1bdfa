"""The words of a draft: its head, its regulation and its areas."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from bonus_merito.models import AreaDeiCriteri, Criteri
from bonus_merito.queries.criteri.impronte import (
    impronta_del_regolamento,
    impronta_dell_area,
    impronta_della_testata,
)
from bonus_merito.rules.criteri import verifica_articoli
from bonus_merito.services.criteri.blocco import blocca_area, blocca_bozza, esigi_letto, scritti
from bonus_merito.services.criteri.dati import DatiArea, DatiRegolamento, DatiTestata
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto


@transaction.atomic
def salva_testata(
    *, autore: Contesto, adesso: datetime, criteri_id: int, dati: DatiTestata, versione: int
) -> Criteri:
    """Write title, ways of finding and levels of a draft. Raises AttoRifiutato, Conflitto."""
    criteri = blocca_bozza(autore, criteri_id)
    esigi_letto(criteri, impronta_della_testata(criteri), versione)
    criteri.titolo, criteri.individuazione = dati.titolo, list(dati.individuazione)
    criteri.livelli = dict(dati.livelli)
    criteri.save(update_fields=["titolo", "individuazione", "livelli"])
    scritti(autore, adesso, criteri, "scrive criteri del bonus")
    return criteri


@transaction.atomic
def salva_regolamento(
    *, autore: Contesto, adesso: datetime, criteri_id: int, dati: DatiRegolamento, versione: int
) -> Criteri:
    """Write preconditions, diffusion and articles of a draft, these by their number.

    Raises AttoRifiutato for two articles of one number, Conflitto.
    """
    criteri = blocca_bozza(autore, criteri_id)
    esigi_letto(criteri, impronta_del_regolamento(criteri), versione)
    esigi(verifica_articoli([articolo.numero for articolo in dati.articoli]))
    criteri.precondizioni, criteri.diffusione = list(dati.precondizioni), dati.diffusione
    criteri.premessa, criteri.principi = dati.premessa, dati.principi
    in_ordine = sorted(dati.articoli, key=lambda articolo: articolo.numero)
    criteri.articoli = [asdict(articolo) for articolo in in_ordine]
    criteri.save(update_fields=["precondizioni", "diffusione", "premessa", "principi", "articoli"])
    scritti(autore, adesso, criteri, "scrive regolamento dei criteri")
    return criteri


@transaction.atomic
def salva_area(
    *, autore: Contesto, adesso: datetime, area_id: int, dati: DatiArea, versione: int
) -> AreaDeiCriteri:
    """Write what an area of a draft says. Raises AttoRifiutato, Conflitto."""
    area, criteri = blocca_area(autore, area_id)
    esigi_letto(area, impronta_dell_area(area), versione)
    area.testo = dati.testo
    area.descrittori, area.incarichi = list(dati.descrittori), list(dati.incarichi)
    area.save(update_fields=["testo", "descrittori", "incarichi"])
    scritti(autore, adesso, criteri, "scrive area dei criteri", area=area.area)
    return area
