"""The register of operations: append-only, and tied link by link so that tampering shows."""

from collections.abc import Mapping
from datetime import UTC, datetime
from textwrap import shorten
from typing import Any

from django.db import connection, models, transaction

from cpia.atti import rules
from cpia.atti.models import Operazione, Sigillo
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto


def annota(
    *,
    autore: Contesto,
    adesso: datetime,
    azione: str,
    oggetto: models.Model,
    dati: Mapping[str, Any] | None = None,
) -> None:
    """Write one line: this person, in the role that allowed it, did this to that object."""
    annota_molte(autore=autore, adesso=adesso, azione=azione, righe=[(oggetto, dati or {})])


def annota_molte(
    *,
    autore: Contesto,
    adesso: datetime,
    azione: str,
    righe: list[tuple[models.Model, Mapping[str, Any]]],
) -> None:
    """Write many lines of one act in one statement."""
    Operazione.objects.bulk_create(
        Operazione(
            istituto=autore.istituto,
            compiuta_il=adesso,
            utente_id=autore.persona.utente_id,
            persona=autore.persona,
            ruolo=autore.ruoli_annotati,
            azione=azione,
            oggetto_tipo=oggetto._meta.label_lower,
            oggetto_id=oggetto.pk,
            dati=dict(dati),
            impronta_dati=rules.impronta_dati(dati),
        )
        for oggetto, dati in righe
    )


def annota_di_chi_non_entra(
    *,
    istituto: Istituto,
    adesso: datetime,
    azione: str,
    oggetto: models.Model,
    dati: Mapping[str, Any] | None = None,
) -> None:
    """Write one line of what somebody did on a public page, without signing in."""
    Operazione.objects.create(
        istituto=istituto,
        compiuta_il=adesso,
        azione=azione,
        oggetto_tipo=oggetto._meta.label_lower,
        oggetto_id=oggetto.pk,
        dati=dict(dati or {}),
        impronta_dati=rules.impronta_dati(dati or {}),
    )


def annota_da_fuori(
    *, istituto_id: int, di: str, adesso: datetime, azione: str, oggetto: models.Model
) -> None:
    """Write one line of what another school of the network did to a row shared with this one.

    PostgreSQL must have been told of ``istituto_id``; ``di`` names the school, since who acted is
    a person of that one and not of this.
    """
    Operazione.objects.create(
        istituto_id=istituto_id,
        compiuta_il=adesso,
        ruolo=shorten(di.replace(",", " "), 300, placeholder=" …"),
        azione=azione,
        oggetto_tipo=oggetto._meta.label_lower,
        oggetto_id=oggetto.pk,
        dati={},
        impronta_dati=rules.impronta_dati({}),
    )


def campi_sigillati(operazione: Operazione) -> dict[str, Any]:
    """What a seal covers: everything of a line but the payload, of which it covers the hash."""
    return {
        "id": operazione.pk,
        "istituto": operazione.istituto_id,
        "compiuta_il": operazione.compiuta_il.astimezone(UTC).isoformat(),
        "registrata_il": operazione.registrata_il.astimezone(UTC).isoformat(),
        "utente": operazione.utente_id,
        "persona": operazione.persona_id,
        "ruolo": operazione.ruolo,
        "azione": operazione.azione,
        "oggetto": f"{operazione.oggetto_tipo}:{operazione.oggetto_id}",
        "impronta_dati": operazione.impronta_dati,
    }


@transaction.atomic
def sigilla(*, istituto_id: int, al_massimo: int = 5000) -> int:
    """Seal the lines not sealed yet, in order; how many.

    Apart from the acts themselves, so that two teachers who save at once do not wait for each
    other. A line that commits late is sealed at the next turn.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('sigilla'), %s)", [istituto_id])
    ultimo = Sigillo.objects.filter(istituto_id=istituto_id).order_by("-id").first()
    precedente = ultimo.impronta if ultimo else rules.INIZIO_CATENA
    nuovi = []
    for operazione in Operazione.objects.filter(
        istituto_id=istituto_id, sigillo__isnull=True
    ).order_by("id")[:al_massimo]:
        impronta = rules.anello(precedente, campi_sigillati(operazione))
        nuovi.append(
            Sigillo(
                istituto_id=istituto_id,
                operazione=operazione,
                precedente=precedente,
                impronta=impronta,
            )
        )
        precedente = impronta
    Sigillo.objects.bulk_create(nuovi)
    return len(nuovi)


def verifica_registro(*, istituto_id: int) -> rules.Rottura | None:
    """Where the register of an institute does not hold any more, or None when all of it does."""
    sigilli = (
        Sigillo.objects.filter(istituto_id=istituto_id).select_related("operazione").order_by("id")
    )
    return rules.verifica_catena(
        rules.RigaCatena(
            campi=campi_sigillati(sigillo.operazione),
            anello=sigillo.impronta,
            dati=sigillo.operazione.dati,
            impronta=sigillo.operazione.impronta_dati,
        )
        for sigillo in sigilli.iterator(chunk_size=2000)
    )
