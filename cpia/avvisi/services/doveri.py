"""The desks and the outbox of an app kept in line with what it asks, at every tick.

What is to do is computed from the tables of the app (its ``queries.doveri``), so no act can forget
to put it on a desk or to take it away; an act that is done by one person closes its own row at
once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.rules import Dovere, giorno_di_avviso
from cpia.avvisi.services.scadenze import apri_scadenze, chiudi_scadenze, riapri_scadenze
from cpia.avvisi.services.uscita import Avviso, metti_in_uscita
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.parole import quando
from cpia.scuola.queries import in_vigore

# What the row on a desk may change of: other words or another day are not another thing to do.
_CAMPI = ("titolo", "dettaglio", "verbo", "indirizzo", "visibile_dal", "entro_il", "perche")


@transaction.atomic
def allinea_scrivanie(
    *, istituto_id: int, app: str, doveri: Sequence[Dovere], anticipi: Iterable[int],
    adesso: datetime,
) -> None:  # fmt: skip
    """Bring the desks of an institute in line with these, and write the reminders of today.

    ``anticipi`` are the days before the last one on which who has something to do is reminded.
    """
    slug = Istituto.objects.values_list("slug", flat=True).get(pk=istituto_id)
    scadenze = {dovere.chiave: _scadenza(istituto_id, slug, app, dovere) for dovere in doveri}
    _allinea(istituto_id, app, scadenze, adesso)
    _ricorda(istituto_id, app, _da_dire(doveri, anticipi, adesso), slug, adesso)


def dovere_aperto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether the thing is still on a desk, and still on that of this person."""
    oggi = timezone.localdate(adesso)
    scadenza = Scadenza.objects.filter(
        istituto_id=promemoria.istituto_id,
        chiave=promemoria.riferimento,
        app=promemoria.tipo.partition(".")[0],
        chiusa_il__isnull=True,
    ).first()
    if scadenza is None:
        return False
    if scadenza.persona_id is not None:
        return scadenza.persona_id == promemoria.id_persona
    return Incarico.objects.filter(
        in_vigore(oggi),
        istituto_id=promemoria.istituto_id,
        persona_id=promemoria.id_persona,
        ruolo=scadenza.ruolo,
    ).exists()


def _scadenza(istituto_id: int, slug: str, app: str, dovere: Dovere) -> Scadenza:
    return Scadenza(
        istituto_id=istituto_id,
        chiave=dovere.chiave,
        app=app,
        titolo=dovere.titolo[:200],
        dettaglio=dovere.dettaglio[:300],
        verbo=dovere.verbo,
        indirizzo=_indirizzo(slug, dovere),
        visibile_dal=min(dovere.visibile_dal, dovere.entro_il),
        entro_il=dovere.entro_il,
        ruolo=dovere.ruolo,
        persona_id=dovere.persona,
        perche=[asdict(motivo) for motivo in dovere.perche],
    )


def _indirizzo(slug: str, dovere: Dovere) -> str:
    numero = [] if dovere.oggetto is None else [dovere.oggetto]
    return reverse(dovere.pagina, args=[slug, *numero])


def _allinea(istituto_id: int, app: str, dovute: dict[str, Scadenza], adesso: datetime) -> None:
    """Write what is new or has changed, put back what is to be done again, close the rest."""
    note = {
        scadenza.chiave: scadenza
        for scadenza in Scadenza.objects.filter(istituto_id=istituto_id, app=app)
    }
    if nuove := [s for chiave, s in dovute.items() if _diversa(note.get(chiave), s)]:
        apri_scadenze(nuove)
    if tornate := [c for c in dovute if c in note and note[c].chiusa_il]:
        riapri_scadenze(istituto_id=istituto_id, chiavi=tornate)
    if finite := [c for c, nota in note.items() if not nota.chiusa_il and c not in dovute]:
        chiudi_scadenze(istituto_id=istituto_id, chiavi=finite, adesso=adesso)


def _diversa(nota: Scadenza | None, nuova: Scadenza) -> bool:
    return nota is None or any(getattr(nota, c) != getattr(nuova, c) for c in _CAMPI)


def _da_dire(
    doveri: Iterable[Dovere], anticipi: Iterable[int], adesso: datetime
) -> list[tuple[Dovere, date]]:
    """What is reminded today, each with the day that names its reminder."""
    oggi, prima = timezone.localdate(adesso), tuple(anticipi)
    return [
        (dovere, giorno)
        for dovere in doveri
        if dovere.visibile_dal <= oggi
        and (giorno := giorno_di_avviso(dovere.entro_il, prima, oggi)) is not None
    ]


def _ricorda(
    istituto_id: int, app: str, da_dire: list[tuple[Dovere, date]], slug: str, adesso: datetime
) -> None:
    if not da_dire:
        return
    oggi = timezone.localdate(adesso)
    persone = _Persone(istituto_id, [dovere for dovere, _ in da_dire], oggi)
    avvisi = [
        Avviso(
            chiave=f"{app}.dovere.{dovere.chiave}.{giorno}.{persona.pk}",
            tipo=f"{app}.dovere",
            riferimento=dovere.chiave,
            destinatario=persona,
            oggetto=dovere.titolo[:200],
            testo=dovere.lettera or _testo(dovere, oggi),
            indirizzo=_indirizzo(slug, dovere),
        )
        for dovere, giorno in da_dire
        for persona in persone.di(dovere)
    ]
    metti_in_uscita(istituto_id=istituto_id, avvisi=avvisi, adesso=adesso)


def _testo(dovere: Dovere, oggi: date) -> str:
    passato = dovere.entro_il < oggi
    termine = f"{'scadeva' if passato else 'scade'} {quando(dovere.entro_il, oggi)}"
    return f"{dovere.titolo}: {termine}. {dovere.dettaglio}".strip()


class _Persone:
    """Whom each thing to do is for today, by person or by role. Two queries."""

    def __init__(self, istituto_id: int, doveri: Iterable[Dovere], oggi: date) -> None:
        doveri = list(doveri)
        self.per_id = Persona.objects.filter(istituto_id=istituto_id).in_bulk(
            {dovere.persona for dovere in doveri if dovere.persona is not None}
        )
        incarichi = Incarico.objects.filter(
            in_vigore(oggi), istituto_id=istituto_id, ruolo__in={d.ruolo for d in doveri if d.ruolo}
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
