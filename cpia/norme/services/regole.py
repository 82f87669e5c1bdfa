"""The rules of a draft: written, changed, taken out."""

from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.norme.errori import RegolamentoRifiutato, ScrittoDaAltri
from cpia.norme.models import Parametro, Regolamento
from cpia.norme.queries.righe import scritto_di
from cpia.norme.rules import chiave_nota
from cpia.norme.rules.adozione import giudica_parametro
from cpia.norme.rules.scritto import Scritto
from cpia.norme.services.comuni import in_bozza
from cpia.scuola.access import Contesto
from cpia.scuola.registri import annota

NON_C_ERA: Final = ""


@transaction.atomic
def scrivi_parametro(
    *,
    autore: Contesto,
    adesso: datetime,
    bozza_id: int,
    scritto: Scritto,
    visto: str | None = None,
) -> Parametro:
    """Write one rule of a draft, new or changed.

    ``visto`` is the print of the rule that was on the screen (empty: none): where somebody else
    has written another one meanwhile, ScrittoDaAltri. Raises RegolamentoRifiutato for what cannot
    be read or lacks its article.
    """
    bozza = in_bozza(autore, bozza_id)
    if rifiuti := giudica_parametro(scritto):
        raise RegolamentoRifiutato(rifiuti)
    era = _registrato(bozza, scritto.chiave)
    if era != scritto:
        _non_di_altri(era, visto)
    campi = {
        "tipo": chiave_nota(scritto.chiave).tipo.value,
        "valore": scritto.valore,
        "articolo": scritto.articolo,
        "testo": scritto.testo,
    }
    # What was noted beside the old words says nothing of a value that is another one.
    campi |= {} if era and era.valore == scritto.valore else {"in_contrasto_con": ""}
    riga, _ = Parametro.objects.update_or_create(
        istituto=autore.istituto, regolamento=bozza, chiave=scritto.chiave, defaults=campi
    )
    annota(
        autore=autore, adesso=adesso, azione="scrivi regola in bozza", oggetto=bozza,
        dati={"chiave": scritto.chiave, "valore": scritto.valore, **_come_era(era)},
    )  # fmt: skip
    return riga


@transaction.atomic
def togli_parametro(
    *, autore: Contesto, adesso: datetime, bozza_id: int, chiave: str, visto: str | None = None
) -> None:
    """Take a rule out of a draft; one that is not there is no fault.

    Raises ScrittoDaAltri where the rule is not the one that was on the screen (``visto``).
    """
    bozza = in_bozza(autore, bozza_id)
    era = _registrato(bozza, chiave)
    if era is None:
        return
    _non_di_altri(era, visto)
    bozza.parametri.filter(chiave=chiave).delete()
    annota(
        autore=autore, adesso=adesso, azione="togli regola in bozza", oggetto=bozza,
        dati={"chiave": chiave, **_come_era(era)},
    )  # fmt: skip


def _registrato(bozza: Regolamento, chiave: str) -> Scritto | None:
    riga = bozza.parametri.filter(chiave=chiave).first()
    return scritto_di(riga) if riga else None


def _non_di_altri(registrato: Scritto | None, visto: str | None) -> None:
    """Raises ScrittoDaAltri where what stands is not what was seen."""
    ora = registrato.impronta if registrato else NON_C_ERA
    if visto is not None and visto != ora:
        raise ScrittoDaAltri(registrato)


def _come_era(era: Scritto | None) -> dict[str, str]:
    """The old row, for the register."""
    if era is None:
        return {"era": NON_C_ERA}
    return {"era": era.valore, "era_articolo": era.articolo, "era_testo": era.testo}
