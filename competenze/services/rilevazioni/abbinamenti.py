"""Which subject assesses which competence, as the Collegio decided."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import Abbinamento, Inserimento, Rilevazione, Valutazione
from competenze.rules.motivi import CIRCOLARE_A
from competenze.services.rilevazioni.allineamento import allinea_inserimenti, blocca_rilevazione
from competenze.services.rilevazioni.scadenze import allinea_scadenze, chiave_inserimento
from cpia.atti.services import annota
from cpia.avvisi.services import chiudi_scadenze
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import Corso


@transaction.atomic
def imposta_abbinamenti(
    *,
    autore: Contesto,
    adesso: datetime,
    rilevazione_id: int,
    corso: Corso,
    coppie: set[tuple[int, int]],
) -> None:
    """Say which subject (first) assesses which competence (second) in a course.

    In an open campaign the entries follow: a subject that assesses nothing any more has none.
    Raises ``AttoRifiutato`` for a pair that is taken away while levels are recorded on it, and
    for one added to a subject that has registered already: its entry would no longer be complete.
    """
    rilevazione = blocca_rilevazione(autore, rilevazione_id)
    attuali = {
        (abbinamento.disciplina_id, abbinamento.competenza_id): abbinamento
        for abbinamento in Abbinamento.objects.filter(
            istituto=autore.istituto, rilevazione=rilevazione, corso=corso
        ).select_related("disciplina", "competenza")
    }
    tolti = [abbinamento for coppia, abbinamento in attuali.items() if coppia not in coppie]
    nuovi = coppie - attuali.keys()
    esigi(
        [
            *(_gia_valutata(abbinamento) for abbinamento in tolti if _ha_livelli(abbinamento)),
            *_gia_registrate(rilevazione, corso, {disciplina_id for disciplina_id, _ in nuovi}),
        ]
    )
    Abbinamento.objects.filter(pk__in=[abbinamento.pk for abbinamento in tolti]).delete()
    Abbinamento.objects.bulk_create(
        Abbinamento(
            istituto=autore.istituto,
            rilevazione=rilevazione,
            corso=corso,
            disciplina_id=disciplina_id,
            competenza_id=competenza_id,
        )
        for disciplina_id, competenza_id in sorted(nuovi)
    )
    if rilevazione.stato == StatoRilevazione.APERTA:
        rimaste = {disciplina_id for disciplina_id, _ in coppie}
        senza_piu = {abbinamento.disciplina_id for abbinamento in tolti} - rimaste
        _togli_inserimenti(rilevazione, corso, senza_piu, adesso)
        allinea_inserimenti(rilevazione)
        allinea_scadenze(rilevazione, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="imposta abbinamenti",
        oggetto=rilevazione,
        dati={"corso": corso.pk, "coppie": sorted(map(list, coppie))},
    )


def _ha_livelli(abbinamento: Abbinamento) -> bool:
    return (
        Valutazione.objects.filter(
            istituto_id=abbinamento.istituto_id,
            competenza_id=abbinamento.competenza_id,
            inserimento__classe_rilevata__rilevazione_id=abbinamento.rilevazione_id,
            inserimento__classe_rilevata__classe__corso_id=abbinamento.corso_id,
            inserimento__cattedra__disciplina_id=abbinamento.disciplina_id,
        )
        .exclude(livello="")
        .exists()
    )


def _gia_valutata(abbinamento: Abbinamento) -> Violazione:
    testo = (
        f"{abbinamento.disciplina} ha già dei livelli in «{abbinamento.competenza.nome}»: "
        "l’abbinamento resta."
    )
    return Violazione("abbinamento_con_livelli", testo, CIRCOLARE_A)


def _gia_registrate(
    rilevazione: Rilevazione, corso: Corso, discipline: set[int]
) -> list[Violazione]:
    registrati = (
        _inserimenti_aperti(rilevazione, corso, discipline)
        .filter(stato=StatoInserimento.REGISTRATO)
        .select_related("cattedra__disciplina", "classe_rilevata__classe__corso")
        .order_by("cattedra__disciplina__nome", "classe_rilevata__classe__sezione")
    )
    return [_gia_registrata(inserimento) for inserimento in registrati]


def _gia_registrata(inserimento: Inserimento) -> Violazione:
    testo = (
        f"{inserimento.cattedra.disciplina} ha già registrato in "
        f"{inserimento.classe_rilevata.classe}: prima il coordinatore riapre l’inserimento."
    )
    return Violazione("disciplina_registrata", testo, CIRCOLARE_A)


def _inserimenti_aperti(
    rilevazione: Rilevazione, corso: Corso, discipline: set[int]
) -> QuerySet[Inserimento]:
    """The entries of these subjects in the classes of a course that are not frozen."""
    return Inserimento.objects.filter(
        istituto_id=rilevazione.istituto_id,
        classe_rilevata__rilevazione=rilevazione,
        classe_rilevata__stato=StatoClasse.APERTA,
        classe_rilevata__classe__corso=corso,
        cattedra__disciplina__in=discipline,
    )


def _togli_inserimenti(
    rilevazione: Rilevazione, corso: Corso, discipline: set[int], adesso: datetime
) -> None:
    """A subject that assesses nothing any more has nothing to enter; its cells are all empty."""
    tolti = list(_inserimenti_aperti(rilevazione, corso, discipline))
    chiudi_scadenze(
        istituto_id=rilevazione.istituto_id,
        chiavi=[chiave_inserimento(inserimento.pk) for inserimento in tolti],
        adesso=adesso,
    )
    Valutazione.objects.filter(
        istituto_id=rilevazione.istituto_id, inserimento__in=tolti, livello=""
    ).delete()
    Inserimento.objects.filter(pk__in=[inserimento.pk for inserimento in tolti]).delete()
