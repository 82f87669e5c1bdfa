"""The commission as a collegial organ: its sittings, notices and minutes are kept there."""

from datetime import datetime, timedelta
from textwrap import shorten
from typing import Final

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.enums import (
    Cambiamento,
    Carica,
    RegolaPresidente,
    RegolaSegretario,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.services.organi.nomine import (
    DatiMandato,
    cessa_mandato,
    conferisci_carica,
    nomina_componente,
)
from organi_collegiali.services.organi.organi import DatiOrgano, costituisce_organo
from selezioni_pon.models import Avviso
from selezioni_pon.queries.commissione.nominabili import componente_di

NOME_MASSIMO: Final = 110
PIU_NOMI: Final = 100


def costituisce(autore: Contesto, adesso: datetime, avviso: Avviso) -> OrganoCollegiale:
    """The organ of the commission of a call: what it does is reserved, nobody sits in it yet."""
    dati = DatiOrgano(
        nome=_nome(avviso),
        regola_presidente=RegolaPresidente.NOMINATO,
        regola_segretario=RegolaSegretario.NOMINATO,
        dal=autore.oggi,
        riservato=True,
    )
    return costituisce_organo(
        autore=autore, adesso=adesso, tipo=TipoOrgano.COMMISSIONE_AVVISO, dati=dati
    )


def fa_sedere(
    autore: Contesto,
    adesso: datetime,
    organo_id: int,
    persona: Persona,
    *,
    presidente: bool,
    atto: str,
) -> Mandato:
    """Give a member the seat in the organ, and the chair to who presides."""
    dati = DatiMandato(
        persona=persona,
        componente=componente_di(persona, autore.oggi),
        titolo=Titolo.NOMINATO,
        dal=autore.oggi,
        atto=atto,
    )
    mandato = nomina_componente(autore=autore, adesso=adesso, organo_id=organo_id, dati=dati)
    if presidente:
        conferisci_carica(
            autore=autore, adesso=adesso, mandato_id=mandato.pk, carica=Carica.PRESIDENTE, atto=atto
        )
    return mandato


def fa_lasciare(
    autore: Contesto, adesso: datetime, organo_id: int, persona_id: int, atto: str
) -> None:
    """End the seat of a member from today; nothing where the office has ended it already."""
    mandato = Mandato.objects.filter(
        organo_id=organo_id, persona_id=persona_id, al__isnull=True, cessato_per=""
    ).first()
    if mandato is None:
        return
    cessa_mandato(
        autore=autore,
        adesso=adesso,
        mandato_id=mandato.pk,
        motivo=Cambiamento.REQUISITI,
        ultimo_giorno=max(mandato.dal, autore.oggi - timedelta(days=1)),
        atto=atto,
    )


def _nome(avviso: Avviso) -> str:
    """``Commissione per «tutor», Competenze di base``: another name where this one is taken."""
    selezione = avviso.selezione
    detto = f"Commissione per «{selezione.ruolo}», {selezione.progetto.titolo}"
    base = shorten(detto, NOME_MASSIMO, placeholder="…")
    organi = OrganoCollegiale.objects.filter(istituto_id=avviso.istituto_id)
    usati = set(organi.filter(nome__startswith=base).values_list("nome", flat=True))
    for numero in range(1, PIU_NOMI):
        nome = base if numero == 1 else f"{base} ({numero})"
        if nome not in usati:
            return nome
    raise rifiuta("nome", "Ci sono già troppe commissioni con lo stesso nome.")
