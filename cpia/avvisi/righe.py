"""The rows of the desk: what one click does of each, and what was done today."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps

from cpia.avvisi import queries
from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Azione
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.ruoli import nome_ruolo

Azioni = Mapping[int, Sequence[Azione]]
# These only lead where the decision is taken: the filled button is for the decision itself.
SOLO_PORTANO = ("apri", "leggi", "vedi", "consulta")


@dataclass(frozen=True)
class Voce:
    """A row: the deadline, whose it is, what one click does of it, how its link looks."""

    scadenza: Scadenza
    app: str
    azioni: tuple[Azione, ...]
    fatte: tuple[Azione, ...]
    principale: bool
    dopo: bool


@dataclass(frozen=True)
class Fatta:
    """Something done today: in words, when, and the one click that takes it back."""

    scadenza: Scadenza
    testo: str
    il: datetime
    azione: Azione | None = None


def azione_di(contesto: Contesto, scadenza: Scadenza, chiave: str) -> Azione | None:
    """What one click does, by its key; None when the row offers no such thing (any more)."""
    offerte = queries.azioni(contesto, [scadenza]).get(scadenza.pk, ())
    return next((azione for azione in offerte if azione.chiave == chiave), None)


def una_voce(contesto: Contesto, scadenza: Scadenza) -> Voce:
    """One row of the desk as it is now."""
    queries.descrivi(contesto, [scadenza])
    return voce(contesto, scadenza, queries.azioni(contesto, [scadenza]))


def fatte_oggi(
    aperte: Iterable[Scadenza], chiuse: Iterable[Scadenza], azioni: Azioni
) -> list[Fatta]:
    """What was done today, the latest first: closed for good, or by one click."""
    tutte = [*_chiuse(chiuse, azioni), *_di_un_clic(aperte, azioni)]
    return sorted(tutte, key=lambda fatta: fatta.il, reverse=True)


def _chiuse(scadenze: Iterable[Scadenza], azioni: Azioni) -> Iterator[Fatta]:
    for scadenza in scadenze:
        annullabile = next((a for a in azioni.get(scadenza.pk, ()) if a.disfa), None)
        testo = (annullabile and annullabile.esito) or scadenza.titolo
        if scadenza.chiusa_il:
            yield Fatta(scadenza, testo, scadenza.chiusa_il, annullabile)


def _di_un_clic(scadenze: Iterable[Scadenza], azioni: Azioni) -> Iterator[Fatta]:
    for scadenza in scadenze:
        for azione in azioni.get(scadenza.pk, ()):
            if azione.fatta_il:
                yield Fatta(scadenza, azione.esito, azione.fatta_il, azione)


def voce(contesto: Contesto, scadenza: Scadenza, azioni: Azioni) -> Voce:
    """A row, with what is still to do of it in one click."""
    offerte = tuple(a for a in azioni.get(scadenza.pk, ()) if a.fatta_il is None)
    return Voce(
        scadenza=scadenza,
        app=_app(scadenza, contesto.persona),
        azioni=offerte,
        fatte=tuple(a for a in azioni.get(scadenza.pk, ()) if a.fatta_il),
        principale=not offerte and not scadenza.verbo.lower().startswith(SOLO_PORTANO),
        dopo=queries.gruppo(scadenza, contesto.oggi) == "avanti",
    )


def _app(scadenza: Scadenza, persona: Persona) -> str:
    app = str(apps.get_app_config(scadenza.app).verbose_name)
    if scadenza.ruolo in ("", Ruolo.DOCENTE):
        return app
    return f"{app}, {nome_ruolo(scadenza.ruolo, persona).removesuffix(' di classe')}"
