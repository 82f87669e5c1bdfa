"""The direction reminds who owes what is late; until it leaves, it can be taken back."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from cpia.atti.services.registro import annota_molte
from cpia.avvisi import queries, solleciti
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.services.uscita import RIPENSAMENTO, Avviso, metti_in_uscita, ritira_dall_uscita
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.parole import giorno


@transaction.atomic
def sollecita_scadenze(
    *, autore: Contesto, adesso: datetime, scadenze_id: Collection[int] | None = None
) -> int:
    """Remind who owes these late things (ids; None: all that are late); how many people.

    By the dirigente and the collaborators. The same person is reminded of the same thing at most
    once a day; nobody reminds oneself. The reminders leave ten minutes later.
    """
    tardi = solleciti.in_ritardo(autore.istituto.pk, autore.oggi)
    scelte = list(tardi if scadenze_id is None else tardi.filter(pk__in=scadenze_id))
    di_chi = solleciti.responsabili(autore.istituto.pk, autore.oggi, scelte)
    gia = solleciti.solleciti_di_oggi(autore)
    avvisi = [
        _avviso(autore, scadenza, persona)
        for scadenza in scelte
        for persona in di_chi[scadenza.pk]
        if persona != autore.persona and scadenza.pk not in gia
    ]
    metti_in_uscita(
        istituto_id=autore.istituto.pk,
        avvisi=avvisi,
        adesso=adesso,
        parte_il=adesso + RIPENSAMENTO,
    )
    _annota(autore, adesso, "sollecita", scelte, {int(a.riferimento[9:]) for a in avvisi})
    return len({avviso.destinatario.pk for avviso in avvisi})


@transaction.atomic
def ritira_solleciti(
    *, autore: Contesto, adesso: datetime, scadenze_id: Collection[int] | None = None
) -> int:
    """Take back the reminders of today about these things (None: all); how many had not left.

    By the dirigente and the collaborators.
    """
    prima = _chiavi_di_oggi(autore, scadenze_id)
    ritirati = ritira_dall_uscita(
        istituto_id=autore.istituto.pk, chiavi=set().union(*prima.values())
    )
    dopo = _chiavi_di_oggi(autore, scadenze_id)
    toccate = {pk for pk, chiavi in prima.items() if chiavi - dopo.get(pk, set())}
    scadenze = Scadenza.objects.filter(istituto=autore.istituto, pk__in=toccate)
    _annota(autore, adesso, "ritira sollecito", list(scadenze.order_by("pk")), toccate)
    return ritirati


def _chiavi_di_oggi(autore: Contesto, scadenze_id: Collection[int] | None) -> dict[int, set[str]]:
    return {
        pk: {promemoria.chiave for promemoria in inviati}
        for pk, inviati in solleciti.solleciti_di_oggi(autore).items()
        if scadenze_id is None or pk in scadenze_id
    }


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether what the direction reminds of is still to be done, and by this person."""
    scadenza = queries.scadenza_aperta(
        promemoria.istituto_id, int(promemoria.riferimento.partition("/")[2])
    )
    if scadenza is None:
        return False
    oggi = timezone.localdate(adesso)
    di_chi = solleciti.responsabili(promemoria.istituto_id, oggi, [scadenza])
    return promemoria.destinatario in di_chi[scadenza.pk]


def _annota(
    autore: Contesto,
    adesso: datetime,
    azione: str,
    scadenze: Sequence[Scadenza],
    toccate: Collection[int],
) -> None:
    righe: list[tuple[Model, Mapping[str, Any]]] = [
        (scadenza, {}) for scadenza in scadenze if scadenza.pk in toccate
    ]
    annota_molte(autore=autore, adesso=adesso, azione=azione, righe=righe)


def _avviso(autore: Contesto, scadenza: Scadenza, persona: Persona) -> Avviso:
    chiave = f"{solleciti.SOLLECITO}.{scadenza.pk}.{autore.oggi}.{persona.pk}"
    return Avviso(
        chiave=chiave,
        tipo=solleciti.SOLLECITO,
        riferimento=f"scadenza/{scadenza.pk}",
        destinatario=persona,
        oggetto=f"Sollecito: {scadenza.titolo}"[:200],
        testo=_testo(autore, scadenza, autore.oggi),
        indirizzo=scadenza.indirizzo,
    )


def _testo(autore: Contesto, scadenza: Scadenza, oggi: date) -> str:
    giorni = (oggi - scadenza.entro_il) // timedelta(days=1)
    da_quanto = "ieri" if giorni == 1 else f"{giorni} giorni fa"
    return (
        f"{autore.persona.iniziale_e_cognome} ricorda che il termine era "
        f"{giorno(scadenza.entro_il, oggi)}, {da_quanto}, e non risulta ancora fatto."
    )
