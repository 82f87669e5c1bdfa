"""A campaign opened, kept in step with the school, closed and reopened; its calendar."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from competenze.enums import StatoClasse, StatoRilevazione
from competenze.models import Abbinamento, ClasseRilevata, Rilevazione
from competenze.rules.motivi import CIRCOLARE_A, CIRCOLARE_C
from competenze.rules.stati import PASSAGGI_RILEVAZIONE, verifica_passaggio
from competenze.services.rilevazioni.allineamento import (
    allinea_classi,
    allinea_tutto,
    blocca_rilevazione,
)
from competenze.services.rilevazioni.scadenze import allinea_scadenze
from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto


@transaction.atomic
def apri_rilevazione(*, autore: Contesto, adesso: datetime, rilevazione_id: int) -> Rilevazione:
    """Open a campaign: an entry for every cattedra that assesses, a deadline on every desk."""
    rilevazione = blocca_rilevazione(autore, rilevazione_id)
    esigi(verifica_passaggio(PASSAGGI_RILEVAZIONE, "apri", StatoRilevazione(rilevazione.stato)))
    if not Abbinamento.objects.filter(istituto=autore.istituto, rilevazione=rilevazione).exists():
        raise AttoRifiutato([_senza_abbinamenti()])
    rilevazione.stato = StatoRilevazione.APERTA
    rilevazione.save(update_fields=["stato"])
    allinea_tutto(rilevazione, adesso)
    annota(autore=autore, adesso=adesso, azione="apre rilevazione", oggetto=rilevazione)
    return rilevazione


def _senza_abbinamenti() -> Violazione:
    testo = "Nessuna disciplina valuta una competenza: prima si compila la tabella."
    return Violazione("senza_abbinamenti", testo, CIRCOLARE_A)


@transaction.atomic
def allinea_rilevazione(*, autore: Contesto, adesso: datetime, rilevazione_id: int) -> None:
    """Take in classes and cattedre that came after the opening; nothing is taken away."""
    rilevazione = blocca_rilevazione(autore, rilevazione_id)
    if rilevazione.stato == StatoRilevazione.APERTA:
        allinea_tutto(rilevazione, adesso)
    else:
        allinea_classi(rilevazione)
    annota(autore=autore, adesso=adesso, azione="allinea rilevazione", oggetto=rilevazione)


@transaction.atomic
def cambia_stato_rilevazione(
    *, autore: Contesto, adesso: datetime, rilevazione_id: int, atto: str, motivo: str = ""
) -> Rilevazione:
    """Close a campaign, or reopen a closed one with a reason (``atto``: chiudi, riapri).

    A closed one asks nothing of anybody: the desks are cleared, and filled again if it reopens.
    Raises ``AttoRifiutato`` from another state, or to reopen without a reason.
    """
    rilevazione = blocca_rilevazione(autore, rilevazione_id)
    stato = StatoRilevazione(rilevazione.stato)
    esigi(verifica_passaggio(PASSAGGI_RILEVAZIONE, atto, stato, motivo))
    rilevazione.stato = StatoRilevazione.CHIUSA if atto == "chiudi" else StatoRilevazione.APERTA
    rilevazione.save(update_fields=["stato"])
    allinea_scadenze(rilevazione, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=f"{atto} rilevazione",
        oggetto=rilevazione,
        dati={"motivo": motivo.strip()},
    )
    return rilevazione


@transaction.atomic
def imposta_calendario(
    *,
    autore: Contesto,
    adesso: datetime,
    rilevazione_id: int,
    scrutini: Mapping[int, datetime | None],
) -> None:
    """Give each class (by id of ``ClasseRilevata``) the hour of its scrutinio.

    Raises ``AttoRifiutato`` for another hour of a certified class, and for none of a frozen one.
    """
    rilevazione = blocca_rilevazione(autore, rilevazione_id)
    rilevate = (
        ClasseRilevata.objects.select_for_update(of=("self",))
        .filter(istituto=autore.istituto, rilevazione=rilevazione, pk__in=scrutini)
        .select_related("classe__corso")
    )
    cambiate = [rilevata for rilevata in rilevate if rilevata.scrutinio_il != scrutini[rilevata.pk]]
    for rilevata in cambiate:
        nuovo = scrutini[rilevata.pk]
        esigi(_verifica_scrutinio(rilevata, nuovo))
        rilevata.scrutinio_il = nuovo
        rilevata.save(update_fields=["scrutinio_il"])
        annota(
            autore=autore,
            adesso=adesso,
            azione="fissa scrutinio",
            oggetto=rilevata,
            dati={"scrutinio_il": nuovo.isoformat() if nuovo else None},
        )
    if cambiate:
        allinea_scadenze(rilevazione, adesso)


def _verifica_scrutinio(rilevata: ClasseRilevata, nuovo: datetime | None) -> list[Violazione]:
    if rilevata.stato == StatoClasse.CERTIFICATA:
        testo = (
            f"{rilevata.classe}: i certificati portano già la data dello scrutinio: "
            "prima si annulla l’emissione."
        )
        return [Violazione("classe_certificata", testo, CIRCOLARE_A)]
    if rilevata.stato != StatoClasse.APERTA and nuovo is None:
        testo = (
            f"{rilevata.classe}: la classe è congelata per il suo scrutinio. "
            "La data si può spostare, non togliere."
        )
        return [Violazione("classe_senza_scrutinio", testo, CIRCOLARE_C)]
    return []
