"""What a campaign puts on the desks of teachers and coordinators."""

from datetime import date, datetime

from django.urls import reverse

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import ClasseRilevata, Inserimento, Rilevazione
from competenze.queries.regole import calendario, regole
from competenze.rules.scadenze import Termine, termine
from cpia.avvisi.models import Scadenza
from cpia.avvisi.services import apri_scadenze, chiudi_scadenze, riapri_scadenze
from cpia.scuola.enums import Ruolo


def allinea_scadenze(rilevazione: Rilevazione, adesso: datetime) -> None:
    """Let the desks show what is still owed to the campaign, and nothing else of it."""
    dovute = _dovute(rilevazione) if rilevazione.stato == StatoRilevazione.APERTA else []
    chiavi = {scadenza.chiave for scadenza in dovute}
    apri_scadenze(dovute)
    riapri_scadenze(istituto_id=rilevazione.istituto_id, chiavi=chiavi)
    chiudi_scadenze(
        istituto_id=rilevazione.istituto_id,
        chiavi=_chiavi(rilevazione) - chiavi,
        adesso=adesso,
    )


def _dovute(rilevazione: Rilevazione) -> list[Scadenza]:
    """What the open classes with a scrutinio still owe."""
    delle_regole = regole(rilevazione)
    inserimenti = (
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
    rilevate = {i.classe_rilevata_id: i.classe_rilevata for i in inserimenti}
    giorni = {pk: calendario(rilevata, delle_regole) for pk, rilevata in rilevate.items()}
    return [
        *(
            _scadenza_docente(inserimento, limite)
            for inserimento in inserimenti
            if inserimento.stato == StatoInserimento.APERTO
            and (limite := termine(giorni[inserimento.classe_rilevata_id]))
        ),
        *(
            _scadenza_coordinatore(rilevata, scrutinio)
            for pk, rilevata in rilevate.items()
            if (scrutinio := giorni[pk].scrutinio)
        ),
    ]


def _chiavi(rilevazione: Rilevazione) -> set[str]:
    """The keys of all that a campaign may put on the desks."""
    dell_istituto = {"istituto_id": rilevazione.istituto_id}
    rilevate = ClasseRilevata.objects.filter(**dell_istituto, rilevazione=rilevazione)
    inserimenti = Inserimento.objects.filter(
        **dell_istituto, classe_rilevata__rilevazione=rilevazione
    )
    return {
        *(chiave_classe(pk) for pk in rilevate.values_list("pk", flat=True)),
        *(chiave_inserimento(pk) for pk in inserimenti.values_list("pk", flat=True)),
    }


def chiave_inserimento(inserimento_id: int) -> str:
    """What names the deadline of an entry on the desks."""
    return f"competenze.inserimento.{inserimento_id}"


def chiave_classe(rilevata_id: int) -> str:
    """What names the deadline of a class on the desks."""
    return f"competenze.classe.{rilevata_id}"


def _scadenza_docente(inserimento: Inserimento, limite: Termine) -> Scadenza:
    rilevata = inserimento.classe_rilevata
    rilevazione = rilevata.rilevazione
    return Scadenza(
        istituto_id=rilevazione.istituto_id,
        chiave=chiave_inserimento(inserimento.pk),
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


def _scadenza_coordinatore(rilevata: ClasseRilevata, scrutinio: date) -> Scadenza:
    rilevazione = rilevata.rilevazione
    return Scadenza(
        istituto_id=rilevazione.istituto_id,
        chiave=chiave_classe(rilevata.pk),
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
