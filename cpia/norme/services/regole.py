"""The rules of a draft: written, changed, taken out."""

from datetime import datetime

from django.db import transaction

from cpia.norme.errori import RegolamentoRifiutato, ScrittoDaAltri
from cpia.norme.models import Parametro
from cpia.norme.rules import chiave_nota
from cpia.norme.rules.adozione import Scritto, giudica_parametro
from cpia.norme.services.comuni import in_bozza
from cpia.scuola.access import Contesto
from cpia.scuola.registri import annota


@transaction.atomic
def scrivi_parametro(
    *,
    autore: Contesto,
    adesso: datetime,
    bozza_id: int,
    scritto: Scritto,
    testo: str = "",
    visto: str | None = None,
) -> Parametro:
    """Write one rule of a draft, new or changed.

    ``visto`` is the value that was on the screen: where somebody else has written another one
    meanwhile, ScrittoDaAltri. Raises RegolamentoRifiutato for what cannot be read or lacks its
    article.
    """
    bozza = in_bozza(autore, bozza_id)
    if rifiuti := giudica_parametro(scritto):
        raise RegolamentoRifiutato(rifiuti)
    riga = bozza.parametri.filter(chiave=scritto.chiave).first()
    era = riga.valore if riga else ""
    if visto is not None and era not in {visto, scritto.valore}:
        raise ScrittoDaAltri(era)
    campi = {
        "tipo": chiave_nota(scritto.chiave).tipo.value,
        "valore": scritto.valore,
        "articolo": scritto.articolo,
        "testo": testo,
    }
    # What was noted beside the old words says nothing of a value that is another one.
    campi |= {} if riga and era == scritto.valore else {"in_contrasto_con": ""}
    riga, _ = Parametro.objects.update_or_create(
        istituto=autore.istituto, regolamento=bozza, chiave=scritto.chiave, defaults=campi
    )
    annota(
        autore=autore, adesso=adesso, azione="scrivi regola in bozza", oggetto=bozza,
        dati={"chiave": scritto.chiave, "era": era, "valore": scritto.valore},
    )  # fmt: skip
    return riga


@transaction.atomic
def togli_parametro(*, autore: Contesto, adesso: datetime, bozza_id: int, chiave: str) -> None:
    """Take a rule out of a draft; one that is not there is no fault."""
    bozza = in_bozza(autore, bozza_id)
    tolti, _ = bozza.parametri.filter(chiave=chiave).delete()
    if tolti:
        annota(
            autore=autore, adesso=adesso, azione="togli regola in bozza", oggetto=bozza,
            dati={"chiave": chiave},
        )  # fmt: skip
