"""The acts on a campaign: to prepare it, to open it, to give each class its scrutinio."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.errori import AttoRifiutato, esigi
from competenze.models import (
    Abbinamento,
    ClasseRilevata,
    Inserimento,
    QuadroCompetenze,
    Rilevazione,
    Valutazione,
)
from competenze.queries.regole import Regole, calendario, regole
from competenze.rules.motivi import CIRCOLARE_A, Violazione
from competenze.rules.scadenze import termine
from competenze.rules.stati import PASSAGGI_RILEVAZIONE, verifica_passaggio
from cpia.atti.services import annota
from cpia.avvisi.models import Scadenza
from cpia.avvisi.services import apri_scadenze
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Cattedra, Classe, Corso


@transaction.atomic
def crea_rilevazione(
    *,
    autore: Contesto,
    adesso: datetime,
    titolo: str,
    anno_scolastico: AnnoScolastico,
    anno_di_corso: int,
    quadro: QuadroCompetenze,
    inserimento_dal: date,
    consultazione_dal: date,
    circolare: str = "",
) -> Rilevazione:
    """Prepare a campaign as a draft, with all classes of that year of course.

    Which subject assesses what is copied from the last campaign on the same framework.
    """
    precedente = (
        Rilevazione.objects.filter(istituto=autore.istituto, quadro=quadro)
        .order_by("-inserimento_dal", "-id")
        .first()
    )
    rilevazione = Rilevazione.objects.create(
        istituto=autore.istituto,
        titolo=titolo,
        anno_scolastico=anno_scolastico,
        anno_di_corso=anno_di_corso,
        quadro=quadro,
        circolare=circolare,
        inserimento_dal=inserimento_dal,
        consultazione_dal=consultazione_dal,
    )
    if precedente:
        _copia_abbinamenti(precedente, rilevazione)
    _allinea_classi(rilevazione)
    annota(autore=autore, adesso=adesso, azione="prepara rilevazione", oggetto=rilevazione)
    return rilevazione


def _copia_abbinamenti(da: Rilevazione, a: Rilevazione) -> None:
    Abbinamento.objects.bulk_create(
        Abbinamento(
            istituto_id=a.istituto_id,
            rilevazione=a,
            corso_id=abbinamento.corso_id,
            disciplina_id=abbinamento.disciplina_id,
            competenza_id=abbinamento.competenza_id,
        )
        for abbinamento in Abbinamento.objects.filter(istituto_id=da.istituto_id, rilevazione=da)
    )


def _allinea_classi(rilevazione: Rilevazione) -> None:
    classi = Classe.objects.filter(
        istituto_id=rilevazione.istituto_id,
        anno_scolastico_id=rilevazione.anno_scolastico_id,
        anno_di_corso=rilevazione.anno_di_corso,
    )
    ClasseRilevata.objects.bulk_create(
        [
            ClasseRilevata(
                istituto_id=rilevazione.istituto_id, rilevazione=rilevazione, classe=classe
            )
            for classe in classi
        ],
        ignore_conflicts=True,
    )


def _allinea_inserimenti(rilevazione: Rilevazione) -> None:
    """One entry for each cattedra whose subject assesses something in that course."""
    abbinate = set(
        Abbinamento.objects.filter(
            istituto_id=rilevazione.istituto_id, rilevazione=rilevazione
        ).values_list("corso_id", "disciplina_id")
    )
    rilevate = {
        rilevata.classe_id: rilevata
        for rilevata in ClasseRilevata.objects.filter(
            istituto_id=rilevazione.istituto_id,
            rilevazione=rilevazione,
            stato=StatoClasse.APERTA,
        )
    }
    cattedre = Cattedra.objects.filter(
        istituto_id=rilevazione.istituto_id, classe_id__in=rilevate
    ).select_related("classe")
    Inserimento.objects.bulk_create(
        [
            Inserimento(
                istituto_id=rilevazione.istituto_id,
                classe_rilevata=rilevate[cattedra.classe_id],
                cattedra=cattedra,
            )
            for cattedra in cattedre
            if (cattedra.classe.corso_id, cattedra.disciplina_id) in abbinate
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def modifica_rilevazione(
    *, autore: Contesto, adesso: datetime, rilevazione_id: int, **campi: Any
) -> Rilevazione:
    """Correct title, circular and days of a campaign; the desks follow."""
    rilevazione = _bloccata(autore, rilevazione_id)
    for campo, valore in campi.items():
        setattr(rilevazione, campo, valore)
    rilevazione.save(update_fields=list(campi))
    _allinea_scadenze(rilevazione)
    annota(
        autore=autore,
        adesso=adesso,
        azione="modifica rilevazione",
        oggetto=rilevazione,
        dati={campo: str(valore) for campo, valore in campi.items()},
    )
    return rilevazione


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

    Raises ``AttoRifiutato`` for a pair that is taken away while levels are recorded on it.
    """
    rilevazione = _bloccata(autore, rilevazione_id)
    attuali = {
        (abbinamento.disciplina_id, abbinamento.competenza_id): abbinamento
        for abbinamento in Abbinamento.objects.filter(
            istituto=autore.istituto, rilevazione=rilevazione, corso=corso
        ).select_related("disciplina", "competenza")
    }
    tolti = [abbinamento for coppia, abbinamento in attuali.items() if coppia not in coppie]
    esigi([_gia_valutata(abbinamento) for abbinamento in tolti if _ha_livelli(abbinamento)])
    Abbinamento.objects.filter(pk__in=[abbinamento.pk for abbinamento in tolti]).delete()
    Abbinamento.objects.bulk_create(
        Abbinamento(
            istituto=autore.istituto,
            rilevazione=rilevazione,
            corso=corso,
            disciplina_id=disciplina_id,
            competenza_id=competenza_id,
        )
        for disciplina_id, competenza_id in sorted(coppie - attuali.keys())
    )
    if rilevazione.stato == StatoRilevazione.APERTA:
        _allinea_inserimenti(rilevazione)
        _allinea_scadenze(rilevazione)
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


@transaction.atomic
def imposta_calendario(
    *,
    autore: Contesto,
    adesso: datetime,
    rilevazione_id: int,
    scrutini: Mapping[int, datetime | None],
) -> None:
    """Give each class (by id of ``ClasseRilevata``) the hour of its scrutinio."""
    rilevazione = _bloccata(autore, rilevazione_id)
    rilevate = ClasseRilevata.objects.select_for_update().filter(
        istituto=autore.istituto, rilevazione=rilevazione, pk__in=scrutini
    )
    for rilevata in rilevate:
        nuovo = scrutini[rilevata.pk]
        if rilevata.scrutinio_il == nuovo:
            continue
        if rilevata.stato == StatoClasse.CERTIFICATA:
            raise AttoRifiutato([_certificata()])
        rilevata.scrutinio_il = nuovo
        rilevata.save(update_fields=["scrutinio_il"])
        annota(
            autore=autore,
            adesso=adesso,
            azione="fissa scrutinio",
            oggetto=rilevata,
            dati={"scrutinio_il": nuovo.isoformat() if nuovo else None},
        )
    _allinea_scadenze(rilevazione)


def _certificata() -> Violazione:
    testo = "I certificati portano già la data dello scrutinio: prima si annulla l’emissione."
    return Violazione("classe_certificata", testo, CIRCOLARE_A)


@transaction.atomic
def apri_rilevazione(*, autore: Contesto, adesso: datetime, rilevazione_id: int) -> Rilevazione:
    """Open a campaign: an entry for every cattedra that assesses, a deadline on every desk."""
    rilevazione = _bloccata(autore, rilevazione_id)
    esigi(verifica_passaggio(PASSAGGI_RILEVAZIONE, "apri", StatoRilevazione(rilevazione.stato)))
    if not Abbinamento.objects.filter(istituto=autore.istituto, rilevazione=rilevazione).exists():
        raise AttoRifiutato([_senza_abbinamenti()])
    rilevazione.stato = StatoRilevazione.APERTA
    rilevazione.save(update_fields=["stato"])
    _allinea_tutto(rilevazione)
    annota(autore=autore, adesso=adesso, azione="apre rilevazione", oggetto=rilevazione)
    return rilevazione


def _senza_abbinamenti() -> Violazione:
    testo = "Nessuna disciplina valuta una competenza: prima si compila la tabella."
    return Violazione("senza_abbinamenti", testo, CIRCOLARE_A)


@transaction.atomic
def allinea_rilevazione(*, autore: Contesto, adesso: datetime, rilevazione_id: int) -> None:
    """Take in classes and cattedre that came after the opening; nothing is taken away."""
    rilevazione = _bloccata(autore, rilevazione_id)
    if rilevazione.stato == StatoRilevazione.APERTA:
        _allinea_tutto(rilevazione)
    else:
        _allinea_classi(rilevazione)
    annota(autore=autore, adesso=adesso, azione="allinea rilevazione", oggetto=rilevazione)


@transaction.atomic
def cambia_stato_rilevazione(
    *, autore: Contesto, adesso: datetime, rilevazione_id: int, atto: str, motivo: str = ""
) -> Rilevazione:
    """Close a campaign, or reopen a closed one with a reason (``atto``: chiudi, riapri)."""
    rilevazione = _bloccata(autore, rilevazione_id)
    stato = StatoRilevazione(rilevazione.stato)
    esigi(verifica_passaggio(PASSAGGI_RILEVAZIONE, atto, stato, motivo))
    rilevazione.stato = StatoRilevazione.CHIUSA if atto == "chiudi" else StatoRilevazione.APERTA
    rilevazione.save(update_fields=["stato"])
    annota(
        autore=autore,
        adesso=adesso,
        azione=f"{atto} rilevazione",
        oggetto=rilevazione,
        dati={"motivo": motivo},
    )
    return rilevazione


def _bloccata(autore: Contesto, rilevazione_id: int) -> Rilevazione:
    return (
        Rilevazione.objects.select_for_update(of=("self",))
        .select_related("istituto")
        .get(istituto=autore.istituto, pk=rilevazione_id)
    )


def _allinea_tutto(rilevazione: Rilevazione) -> None:
    _allinea_classi(rilevazione)
    _allinea_inserimenti(rilevazione)
    _allinea_scadenze(rilevazione)


def _allinea_scadenze(rilevazione: Rilevazione) -> None:
    """Put on the desks what the open classes with a scrutinio still owe."""
    if rilevazione.stato != StatoRilevazione.APERTA:
        return
    delle_regole = regole(rilevazione)
    aperti = (
        Inserimento.objects.filter(
            istituto_id=rilevazione.istituto_id,
            classe_rilevata__rilevazione=rilevazione,
            classe_rilevata__stato=StatoClasse.APERTA,
            classe_rilevata__scrutinio_il__isnull=False,
        )
        .select_related(
            "classe_rilevata__rilevazione__istituto",
            "classe_rilevata__classe__corso",
            "cattedra__disciplina",
        )
        .order_by("pk")
    )
    rilevate = {i.classe_rilevata_id: i.classe_rilevata for i in aperti}
    apri_scadenze(
        [
            *(
                _scadenza_docente(inserimento, delle_regole)
                for inserimento in aperti
                if inserimento.stato == StatoInserimento.APERTO
            ),
            *(_scadenza_coordinatore(rilevata, delle_regole) for rilevata in rilevate.values()),
        ]
    )


def _scadenza_docente(inserimento: Inserimento, delle_regole: Regole) -> Scadenza:
    rilevata = inserimento.classe_rilevata
    rilevazione = rilevata.rilevazione
    limite = termine(calendario(rilevata, delle_regole))
    return Scadenza(
        istituto_id=rilevazione.istituto_id,
        chiave=f"competenze.inserimento.{inserimento.pk}",
        app="competenze",
        titolo=f"{rilevata.classe}, {inserimento.cattedra.disciplina}: livelli di competenza",
        verbo="Inserisci",
        indirizzo=reverse(
            "competenze:inserimento", args=[rilevazione.istituto.slug, inserimento.pk]
        ),
        visibile_dal=rilevazione.inserimento_dal,
        entro_il=limite.giorno,
        ruolo=Ruolo.DOCENTE,
        cattedra_id=inserimento.cattedra_id,
        perche=[{"regola": m.regola, "fonte": m.fonte, "testo": m.testo} for m in limite.perche],
    )


def _scadenza_coordinatore(rilevata: ClasseRilevata, delle_regole: Regole) -> Scadenza:
    rilevazione = rilevata.rilevazione
    scrutinio = calendario(rilevata, delle_regole).scrutinio
    return Scadenza(
        istituto_id=rilevazione.istituto_id,
        chiave=f"competenze.classe.{rilevata.pk}",
        app="competenze",
        titolo=f"Congela la {rilevata.classe} prima dello scrutinio",
        dettaglio="Poi si stampano i certificati e la scheda da ricopiare.",
        verbo="Apri il quadro",
        indirizzo=reverse("competenze:quadro", args=[rilevazione.istituto.slug, rilevata.pk]),
        visibile_dal=rilevazione.consultazione_dal,
        entro_il=scrutinio,
        ruolo=Ruolo.COORDINATORE,
        classe_id=rilevata.classe_id,
    )
