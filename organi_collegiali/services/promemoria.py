"""The desks and the outbox kept in line with what the organs ask, at every tick.

What is to do is computed from the tables (``queries.doveri``), so no act can forget to put it on
a desk or to take it away; an act that is done by one person closes its own row at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.services import (
    Avviso,
    apri_scadenze,
    chiudi_scadenze,
    metti_in_uscita,
    riapri_scadenze,
)
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.parole import quando
from cpia.scuola.queries import in_vigore
from organi_collegiali.queries.doveri import anticipi, doveri
from organi_collegiali.rules.doveri import Dovere, giorno_di_avviso

APP = "organi_collegiali"
TIPO = f"{APP}.dovere"
# What the row on a desk may change of: other words or another day are not another thing to do.
_CAMPI = ("titolo", "dettaglio", "verbo", "indirizzo", "visibile_dal", "entro_il", "perche")


@transaction.atomic
def pianifica(istituto_id: int, adesso: datetime) -> None:
    """Bring the desks of an institute in line, and write the reminders of today."""
    dovuti = doveri(istituto_id, adesso)
    slug = Istituto.objects.values_list("slug", flat=True).get(pk=istituto_id)
    scadenze = {dovere.chiave: _scadenza(istituto_id, slug, dovere) for dovere in dovuti}
    _allinea(istituto_id, scadenze, adesso)
    _ricorda(istituto_id, dovuti, slug, adesso)


def _scadenza(istituto_id: int, slug: str, dovere: Dovere) -> Scadenza:
    return Scadenza(
        istituto_id=istituto_id,
        chiave=dovere.chiave,
        app=APP,
        titolo=dovere.titolo[:200],
        dettaglio=dovere.dettaglio[:300],
        verbo=dovere.verbo,
        indirizzo=reverse(dovere.pagina, args=[slug, dovere.oggetto]),
        visibile_dal=min(dovere.visibile_dal, dovere.entro_il),
        entro_il=dovere.entro_il,
        ruolo=dovere.ruolo,
        persona_id=dovere.persona,
        perche=[asdict(motivo) for motivo in dovere.perche],
    )


def _allinea(istituto_id: int, dovute: dict[str, Scadenza], adesso: datetime) -> None:
    """Write what is new or has changed, put back what is to be done again, close the rest."""
    note = {
        scadenza.chiave: scadenza
        for scadenza in Scadenza.objects.filter(istituto_id=istituto_id, app=APP)
    }
    if nuove := [s for chiave, s in dovute.items() if _diversa(note.get(chiave), s)]:
        apri_scadenze(nuove)
    if tornate := [c for c in dovute if c in note and note[c].chiusa_il]:
        riapri_scadenze(istituto_id=istituto_id, chiavi=tornate)
    if finite := [c for c, nota in note.items() if not nota.chiusa_il and c not in dovute]:
        chiudi_scadenze(istituto_id=istituto_id, chiavi=finite, adesso=adesso)


def _diversa(nota: Scadenza | None, nuova: Scadenza) -> bool:
    return nota is None or any(getattr(nota, c) != getattr(nuova, c) for c in _CAMPI)


def _ricorda(istituto_id: int, dovuti: Iterable[Dovere], slug: str, adesso: datetime) -> None:
    oggi = timezone.localdate(adesso)
    prima = anticipi(istituto_id, oggi)
    da_dire = [
        (dovere, giorno)
        for dovere in dovuti
        if dovere.visibile_dal <= oggi
        and (giorno := giorno_di_avviso(dovere.entro_il, prima, oggi)) is not None
    ]
    if da_dire:
        persone = _Persone(istituto_id, [dovere for dovere, _ in da_dire], oggi)
        avvisi = [
            _avviso(dovere, giorno, persona, slug, oggi)
            for dovere, giorno in da_dire
            for persona in persone.di(dovere)
        ]
        metti_in_uscita(istituto_id=istituto_id, avvisi=avvisi, adesso=adesso)


class _Persone:
    """Whom each thing to do is for today, by person or by role. Two queries."""

    def __init__(self, istituto_id: int, dovuti: Iterable[Dovere], oggi: date) -> None:
        dovuti = list(dovuti)
        self.per_id = Persona.objects.filter(istituto_id=istituto_id).in_bulk(
            {dovere.persona for dovere in dovuti if dovere.persona is not None}
        )
        incarichi = Incarico.objects.filter(
            in_vigore(oggi), istituto_id=istituto_id, ruolo__in={d.ruolo for d in dovuti if d.ruolo}
        )
        self.per_ruolo: dict[str, dict[int, Persona]] = {}
        for incarico in incarichi.select_related("persona"):
            persone = self.per_ruolo.setdefault(incarico.ruolo, {})
            persone[incarico.persona_id] = incarico.persona

    def di(self, dovere: Dovere) -> Iterator[Persona]:
        if dovere.persona is not None:
            yield self.per_id[dovere.persona]
        else:
            yield from self.per_ruolo.get(dovere.ruolo, {}).values()


def _avviso(dovere: Dovere, giorno: date, persona: Persona, slug: str, oggi: date) -> Avviso:
    passato = dovere.entro_il < oggi
    termine = f"{'scadeva' if passato else 'scade'} {quando(dovere.entro_il, oggi)}"
    return Avviso(
        chiave=f"{TIPO}.{dovere.chiave}.{giorno}.{persona.pk}",
        tipo=TIPO,
        riferimento=dovere.chiave,
        destinatario=persona,
        oggetto=dovere.titolo[:200],
        testo=f"{dovere.titolo}: {termine}. {dovere.dettaglio}".strip(),
        indirizzo=reverse(dovere.pagina, args=[slug, dovere.oggetto]),
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether the thing is still on a desk, and still on that of this person."""
    oggi = timezone.localdate(adesso)
    scadenza = Scadenza.objects.filter(
        istituto_id=promemoria.istituto_id,
        chiave=promemoria.riferimento,
        app=APP,
        chiusa_il__isnull=True,
    ).first()
    if scadenza is None:
        return False
    if scadenza.persona_id is not None:
        return scadenza.persona_id == promemoria.destinatario_id
    return Incarico.objects.filter(
        in_vigore(oggi),
        istituto_id=promemoria.istituto_id,
        persona_id=promemoria.destinatario_id,
        ruolo=scadenza.ruolo,
    ).exists()
