"""A deliberation goes on the albo."""

from datetime import datetime
from textwrap import shorten

from django.db import transaction
from django.utils import timezone

from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.rules import data_estesa
from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import Delibera
from organi_collegiali.rules.delibere.pubblicita import verifica_pubblicita
from organi_collegiali.services.delibere.estratti import blocca_delibera, prepara_estratto

DEL_CONSIGLIO = (TipoOrgano.CONSIGLIO_ISTITUTO, TipoOrgano.COMMISSARIO)
OGGETTO_MASSIMO = 400


@transaction.atomic
def pubblica_delibera(
    *,
    autore: Contesto,
    adesso: datetime,
    delibera_id: int,
    chiesta: bool = False,
    con_dati_personali: bool = False,
    oggetto_dopo: str = "",
) -> Delibera:
    """Put the extract of a deliberation on the albo for the days of the parameter.

    One on a single person only when that person asks for it (``chiesta``); when the days are over
    its subject without names stays. Raises AttoRifiutato, PubblicazioneRifiutata.
    """
    delibera = blocca_delibera(autore, delibera_id)
    pubblicata = delibera.pubblicazione
    esigi(
        verifica_pubblicita(
            riservata=delibera.riservata,
            su_persone=delibera.su_persone,
            chiesta=chiesta,
            pubblicata=pubblicata is not None and pubblicata.annullata_il is None,
        )
    )
    delibera = prepara_estratto(autore=autore, adesso=adesso, delibera_id=delibera.pk)
    if delibera.documento is None:
        raise ValueError("l’estratto è quello che si pubblica")
    personali = con_dati_personali or delibera.su_persone
    delibera.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=delibera.documento,
        categoria=categoria(delibera),
        oggetto=_con_numero(delibera, delibera.oggetto),
        con_dati_personali=personali,
        oggetto_dopo=_dopo(delibera, oggetto_dopo) if personali else "",
        richiedente=delibera.organo.nome,
    )
    delibera.save(update_fields=["pubblicazione"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="pubblica delibera",
        oggetto=delibera,
        dati={"pubblicazione": delibera.pubblicazione.pk, "chiesta": chiesta},
    )
    return delibera


def categoria(delibera: Delibera) -> CategoriaAlbo:
    """Under which heading of the albo it goes."""
    if delibera.organo.tipo in DEL_CONSIGLIO:
        return CategoriaAlbo.DELIBERE
    return CategoriaAlbo.ORGANI


def _dopo(delibera: Delibera, oggetto: str) -> str:
    senza_nomi = oggetto or delibera.oggetto_pubblico
    return _con_numero(delibera, senza_nomi) if senza_nomi else ""


def _con_numero(delibera: Delibera, oggetto: str) -> str:
    giorno = data_estesa(timezone.localdate(delibera.adottata_il))
    testo = f"{delibera.organo}, delibera n. {delibera.numero} del {giorno}: {oggetto}"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")
