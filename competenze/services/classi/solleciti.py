"""Reminders that the coordinator sends, and the reasons why a class goes on without a subject."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from competenze.enums import StatoInserimento
from competenze.models import ClasseRilevata, Inserimento
from competenze.queries.avanzamento import avanzamenti
from competenze.queries.classe import inserimenti
from competenze.queries.quadro import SOLLECITO, solleciti_di_oggi
from competenze.queries.regole import calendario, regole
from competenze.rules.coordinamento import verifica_motivo_mancanza
from competenze.rules.italiano import giorno_esteso
from competenze.rules.motivi import CIRCOLARE_A
from competenze.rules.scadenze import termine
from competenze.services.blocchi import blocca_inserimento
from competenze.services.classi.blocco import blocca_classe, esigi_aperta
from cpia.atti.services import annota
from cpia.avvisi.services import Avviso, metti_in_uscita, ritira_dall_uscita
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.queries import in_vigore


@transaction.atomic
def sollecita(
    *,
    autore: Contesto,
    adesso: datetime,
    rilevata_id: int,
    inserimenti_id: Iterable[int],
    parte_il: datetime | None = None,
) -> int:
    """Remind who teaches these subjects today; the coordinator may. How many were written to.

    A subject is reminded at most once a day, whoever asks. Until ``parte_il``, when it is given,
    the reminders can be taken back. Raises ``AttoRifiutato`` for a subject that has registered,
    before the consultation day and once the class is frozen.
    """
    rilevata = blocca_classe(autore, rilevata_id)
    esigi_aperta(rilevata, regole(rilevata.rilevazione), autore.oggi)
    scelti = list(inserimenti(rilevata).filter(pk__in=inserimenti_id))
    esigi([_gia_registrata(i) for i in scelti if i.stato == StatoInserimento.REGISTRATO])
    avvisi = _avvisi(autore, rilevata, scelti)
    quanti = metti_in_uscita(
        istituto_id=rilevata.istituto_id, avvisi=avvisi, adesso=adesso, parte_il=parte_il
    )
    if quanti:
        annota(
            autore=autore,
            adesso=adesso,
            azione="sollecita docenti",
            oggetto=rilevata,
            dati={
                "inserimenti": [inserimento.pk for inserimento in scelti],
                "persone": sorted({avviso.destinatario.pk for avviso in avvisi}),
            },
        )
    return quanti


@transaction.atomic
def ritira_solleciti(*, autore: Contesto, adesso: datetime, rilevata_id: int) -> int:
    """Take back the reminders of today that have not left; the coordinator may. How many."""
    rilevata = blocca_classe(autore, rilevata_id)
    chiavi = solleciti_di_oggi(rilevata, autore.oggi).values_list("chiave", flat=True)
    ritirati = ritira_dall_uscita(istituto_id=rilevata.istituto_id, chiavi=list(chiavi))
    if ritirati:
        annota(
            autore=autore,
            adesso=adesso,
            azione="ritira solleciti",
            oggetto=rilevata,
            dati={"quanti": ritirati},
        )
    return ritirati


def _gia_registrata(inserimento: Inserimento) -> Violazione:
    testo = f"{inserimento.cattedra.disciplina} ha già registrato: non c’è nulla da sollecitare."
    return Violazione("disciplina_registrata", testo, CIRCOLARE_A)


def _avvisi(
    autore: Contesto, rilevata: ClasseRilevata, scelti: Iterable[Inserimento]
) -> list[Avviso]:
    per_cattedra = {inserimento.cattedra_id: inserimento for inserimento in scelti}
    incarichi = Incarico.objects.filter(
        in_vigore(autore.oggi),
        istituto_id=rilevata.istituto_id,
        ruolo=Ruolo.DOCENTE,
        cattedra__in=per_cattedra,
    ).select_related("persona")
    limite = termine(calendario(rilevata, regole(rilevata.rilevazione)))
    entro = f" Si inserisce entro {giorno_esteso(limite.giorno)}." if limite else ""
    testo = (
        f"{autore.persona.iniziale_e_cognome}, che coordina la classe, attende i livelli.{entro}"
    )
    return [
        _avviso(autore, rilevata, per_cattedra[incarico.cattedra_id], incarico, testo)
        for incarico in incarichi
        if incarico.cattedra_id
    ]


def _avviso(
    autore: Contesto,
    rilevata: ClasseRilevata,
    inserimento: Inserimento,
    incarico: Incarico,
    testo: str,
) -> Avviso:
    return Avviso(
        # The day in the key: the outbox takes each key once, so one reminder a day.
        chiave=(f"{SOLLECITO}.{rilevata.pk}.{autore.oggi}.{inserimento.pk}.{incarico.persona_id}"),
        tipo=SOLLECITO,
        riferimento=f"inserimento/{inserimento.pk}",
        destinatario=incarico.persona,
        oggetto=f"{rilevata.classe}, {inserimento.cattedra.disciplina}: mancano i livelli",
        testo=testo,
        indirizzo=reverse("competenze:inserimento", args=[autore.istituto.slug, inserimento.pk]),
    )


@transaction.atomic
def motiva_mancanza(
    *, autore: Contesto, adesso: datetime, inserimento: Inserimento, motivo: str
) -> Inserimento:
    """Write why the class is frozen without this subject; the coordinator may.

    Raises ``AttoRifiutato`` without a reason, for a subject that has registered and lacks no cell,
    before the consultation day and once the class is frozen.
    """
    inserimento = blocca_inserimento(inserimento)
    rilevata = inserimento.classe_rilevata
    esigi_aperta(rilevata, regole(rilevata.rilevazione), autore.oggi)
    esigi(verifica_motivo_mancanza(motivo, completa=_completa(inserimento)))
    return _scrivi_motivo(autore, adesso, inserimento, motivo.strip())


def _completa(inserimento: Inserimento) -> bool:
    registrata = inserimento.stato == StatoInserimento.REGISTRATO
    return registrata and not avanzamenti([inserimento.pk])[inserimento.pk].mancanti


@transaction.atomic
def togli_motivo_mancanza(
    *, autore: Contesto, adesso: datetime, inserimento: Inserimento
) -> Inserimento:
    """Wait for the subject after all; the coordinator may.

    Raises ``AttoRifiutato`` when no reason was written, and once the class is frozen.
    """
    inserimento = blocca_inserimento(inserimento)
    rilevata = inserimento.classe_rilevata
    esigi_aperta(rilevata, regole(rilevata.rilevazione), autore.oggi)
    if not inserimento.motivo_mancanza:
        testo = "Per questa disciplina non c’è un motivo scritto: si sta già aspettando."
        raise AttoRifiutato([Violazione("nessun_motivo", testo, CIRCOLARE_A)])
    return _scrivi_motivo(autore, adesso, inserimento, "")


def _scrivi_motivo(
    autore: Contesto, adesso: datetime, inserimento: Inserimento, motivo: str
) -> Inserimento:
    prima, inserimento.motivo_mancanza = inserimento.motivo_mancanza, motivo
    inserimento.save(update_fields=["motivo_mancanza"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="motiva mancanza" if motivo else "attende disciplina",
        oggetto=inserimento,
        dati={"prima": prima, "motivo": motivo},
    )
    return inserimento
