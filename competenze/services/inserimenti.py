"""The entry of a subject as a whole: the teacher registers it, the coordinator reopens it."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from competenze.enums import StatoInserimento
from competenze.models import Inserimento
from competenze.queries.avanzamento import avanzamenti
from competenze.queries.inserimento import calendario_di, impedimenti
from competenze.rules.stati import PASSAGGI_INSERIMENTO, puo_registrare, verifica_passaggio
from competenze.services.blocchi import blocca_inserimento
from cpia.atti.services import annota
from cpia.avvisi.services import Avviso, chiudi_scadenze, metti_in_uscita, riapri_scadenze
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.queries import persone_con_ruolo


@transaction.atomic
def registra_inserimento(
    *, autore: Contesto, adesso: datetime, inserimento: Inserimento
) -> Inserimento:
    """Close the entry of a subject; a teacher of the cattedra may. Nobody is written to.

    Raises ``AttoRifiutato`` while a cell is empty, and when nothing may be entered at all.
    """
    inserimento = blocca_inserimento(inserimento)
    giorni = calendario_di(inserimento)
    esigi(impedimenti(inserimento, giorni, timezone.localdate(adesso)))
    avanzamento = avanzamenti([inserimento.pk])[inserimento.pk]
    esigi(puo_registrare(avanzamento.mancanti))
    inserimento.stato = StatoInserimento.REGISTRATO
    inserimento.registrato_il, inserimento.registrato_da = adesso, autore.persona
    spiegata = _togli_motivo_mancanza(inserimento)
    inserimento.save(update_fields=["stato", "registrato_il", "registrato_da", "motivo_mancanza"])
    chiudi_scadenze(
        istituto_id=inserimento.istituto_id, chiavi=[_scadenza(inserimento)], adesso=adesso
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="registra inserimento",
        oggetto=inserimento,
        dati={"caselle": avanzamento.totale} | spiegata,
    )
    return inserimento


@transaction.atomic
def riapri_inserimento(
    *, autore: Contesto, adesso: datetime, inserimento: Inserimento, motivo: str
) -> Inserimento:
    """Give a registered subject back to its teachers, who are told why; the coordinator may.

    Raises ``AttoRifiutato`` without a reason, when it is not registered, and where nothing could
    be entered anyway: class frozen, campaign closed.
    """
    inserimento = blocca_inserimento(inserimento)
    stato = StatoInserimento(inserimento.stato)
    esigi(verifica_passaggio(PASSAGGI_INSERIMENTO, "riapri", stato, motivo))
    inserimento.stato = StatoInserimento.APERTO
    esigi(impedimenti(inserimento, calendario_di(inserimento), timezone.localdate(adesso)))
    inserimento.registrato_il = inserimento.registrato_da = None
    inserimento.motivo_riapertura = motivo.strip()
    spiegata = _togli_motivo_mancanza(inserimento)
    inserimento.save(
        update_fields=[
            "stato",
            "registrato_il",
            "registrato_da",
            "motivo_riapertura",
            "motivo_mancanza",
        ]
    )
    riapri_scadenze(istituto_id=inserimento.istituto_id, chiavi=[_scadenza(inserimento)])
    annota(
        autore=autore,
        adesso=adesso,
        azione="riapre inserimento",
        oggetto=inserimento,
        dati={"motivo": inserimento.motivo_riapertura} | spiegata,
    )
    docenti = persone_con_ruolo(
        inserimento.istituto_id,
        Ruolo.DOCENTE,
        timezone.localdate(adesso),
        cattedra_id=inserimento.cattedra_id,
    )
    metti_in_uscita(
        istituto_id=inserimento.istituto_id,
        avvisi=[_avviso(autore, adesso, inserimento, docente) for docente in docenti],
        adesso=adesso,
    )
    return inserimento


def _togli_motivo_mancanza(inserimento: Inserimento) -> dict[str, str]:
    """Forget why the class could be frozen without it: what the register must keep of that.

    A reason that outlived the gap would let the class freeze without the subject, reopened.
    """
    prima, inserimento.motivo_mancanza = inserimento.motivo_mancanza, ""
    return {"motivo_mancanza": prima} if prima else {}


def _scadenza(inserimento: Inserimento) -> str:
    return f"competenze.inserimento.{inserimento.pk}"


def _avviso(
    autore: Contesto, adesso: datetime, inserimento: Inserimento, docente: Persona
) -> Avviso:
    classe = inserimento.classe_rilevata.classe
    return Avviso(
        chiave=f"competenze.riapertura.{inserimento.pk}.{docente.pk}.{adesso:%Y%m%dT%H%M%S%f}",
        tipo="competenze.riapertura",
        riferimento=f"inserimento/{inserimento.pk}",
        destinatario=docente,
        oggetto=f"{classe}, {inserimento.cattedra.disciplina}: i livelli sono riaperti",
        testo=(
            f"{autore.persona.iniziale_e_cognome} ha riaperto i livelli che erano registrati. "
            f"Motivo: {inserimento.motivo_riapertura} Quando sono corretti, si registra di nuovo."
        ),
        indirizzo=reverse("competenze:inserimento", args=[autore.istituto.slug, inserimento.pk]),
    )
