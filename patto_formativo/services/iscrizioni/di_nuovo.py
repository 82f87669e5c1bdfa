"""The same form sent twice: one application, and no paper of the second time is lost silently."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota, annota_di_chi_non_entra
from cpia.norme.errori import rifiuta
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoDomanda
from patto_formativo.models import DomandaIscrizione
from patto_formativo.services.iscrizioni.carte import CARTE_MASSIME, tieni_carte
from patto_formativo.services.iscrizioni.dati import DatiCarta, DatiDomanda

GIA_MANDATA = (
    "Hai già mandato questa domanda. Per correggerla parla con la segreteria; "
    "per un’altra persona apri di nuovo la pagina."
)
NON_TENUTI = " I file mandati adesso non sono stati tenuti: portali in segreteria."
GIA_GUARDATA = "La segreteria ha già guardato questa domanda." + NON_TENUTI
TROPPE_CARTE = f"Le carte di questa domanda sono già {CARTE_MASSIME}." + NON_TENUTI
Giudica = Callable[..., list[Motivo]]


@transaction.atomic
def di_nuovo(
    *,
    autore: Contesto | None,
    adesso: datetime,
    domanda: DomandaIscrizione,
    dati: DatiDomanda,
    carte: Sequence[DatiCarta],
    giudica: Giudica,
) -> DomandaIscrizione:
    """The application made by the same form, with the papers that it did not have yet.

    ``domanda`` is the one that was not written. Sent again with other words it is refused, and so
    are papers once the office has acted: AttoRifiutato.
    """
    prima = (
        DomandaIscrizione.objects.select_for_update(of=("self",))
        .select_related("offerta", "istituto")
        .get(istituto_id=domanda.istituto_id, impronta_codice=domanda.impronta_codice)
    )
    campi = [campo for campo in asdict(dati) if campo not in ("studi", "anni")]
    if any(getattr(prima, campo) != getattr(domanda, campo) for campo in campi):
        raise rifiuta("gia_presentata", GIA_MANDATA + (NON_TENUTI if carte else ""))
    nuove = _mancanti(prima, carte)
    if not nuove:
        return prima
    if prima.stato != StatoDomanda.PRESENTATA:
        raise rifiuta("gia_guardata", GIA_GUARDATA)
    if prima.carte.count() + len(nuove) > CARTE_MASSIME:
        raise rifiuta("troppe_carte", TROPPE_CARTE)
    _aggiungi(autore, adesso, prima, nuove)
    detti = giudica(prima, prima.offerta, list(prima.carte.all()))
    prima.rilievi = [asdict(motivo) for motivo in detti]
    prima.save(update_fields=["rilievi"])
    return prima


def _mancanti(prima: DomandaIscrizione, carte: Sequence[DatiCarta]) -> list[DatiCarta]:
    """The papers that the application does not have yet, byte for byte."""
    note = set(prima.carte.values_list("tipo", "impronta", "numero", "scade"))
    return [
        carta
        for carta in carte
        if (str(carta.tipo), carta.file.impronta if carta.file else "", carta.numero, carta.scade)
        not in note
    ]


def _aggiungi(
    autore: Contesto | None, adesso: datetime, prima: DomandaIscrizione, nuove: Sequence[DatiCarta]
) -> None:
    for riga in tieni_carte(prima, nuove, adesso):
        dati = {"carta": riga.pk, "tipo": riga.tipo, "impronta": riga.impronta}
        if autore is None:
            annota_di_chi_non_entra(
                istituto=prima.istituto, adesso=adesso, azione="aggiunge carta", oggetto=prima,
                dati=dati,
            )  # fmt: skip
        else:
            annota(autore=autore, adesso=adesso, azione="aggiunge carta", oggetto=prima, dati=dati)
