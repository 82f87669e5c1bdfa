"""What the office keeps of the albo: drafts, numbered ones, their files."""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from cpia.atti.albo.rules import Stato
from cpia.atti.models import Documento, FilePubblicazione, Pubblicazione
from cpia.norme.queries import parametro, termine_entro
from cpia.norme.rules import Termine, durata_di

GIORNI = "albo.giorni"


def condizioni(oggi: date) -> dict[Stato, Q]:
    """How each state is told from the columns; ``rules.stato`` says the same of one row."""
    numerata = Q(numero__isnull=False, annullata_il__isnull=True)
    return {
        Stato.BOZZA: Q(numero__isnull=True),
        Stato.FUTURA: numerata & Q(dal__gt=oggi),
        Stato.IN_CORSO: numerata & Q(dal__lte=oggi, al__gte=oggi),
        Stato.CONCLUSA: numerata & Q(al__lt=oggi),
        Stato.ANNULLATA: Q(annullata_il__isnull=False),
    }


def pubblicazioni(istituto_id: int, oggi: date, stato: Stato | None) -> QuerySet[Pubblicazione]:
    """The publications in a state, or all: drafts first, then the latest number."""
    righe = Pubblicazione.objects.filter(istituto_id=istituto_id)
    if stato:
        righe = righe.filter(condizioni(oggi)[stato])
    return righe.select_related("protocollo", "attestazione").order_by(
        F("anno").desc(nulls_first=True), F("numero").desc(nulls_first=True), "-id"
    )


def quante(istituto_id: int, oggi: date) -> dict[Stato, int]:
    """How many there are in each state. One query."""
    contate = Pubblicazione.objects.filter(istituto_id=istituto_id).aggregate(
        **{stato.value: Count("pk", filter=come) for stato, come in condizioni(oggi).items()}
    )
    return {stato: contate[stato.value] for stato in Stato}


def pubblicazione(istituto_id: int, pubblicazione_id: int) -> Pubblicazione | None:
    """One publication with what its page tells. Three queries."""
    return (
        Pubblicazione.objects.filter(istituto_id=istituto_id, pk=pubblicazione_id)
        .select_related(
            "protocollo", "documento__protocollo", "sostituita_da", "attestazione__protocollo",
            "responsabile",
        )
        .prefetch_related("file", "sostituite")
        .first()
    )  # fmt: skip


def file(istituto_id: int, pubblicazione_id: int, file_id: int) -> FilePubblicazione | None:
    """One file of one publication."""
    return FilePubblicazione.objects.filter(
        istituto_id=istituto_id, pubblicazione_id=pubblicazione_id, pk=file_id
    ).first()


def documento_col_codice(istituto_id: int, codice: str) -> Documento | None:
    """The paper of the portal with this verification code, whatever its state."""
    return (
        Documento.objects.filter(istituto_id=istituto_id, codice_verifica=codice)
        .select_related("protocollo")
        .first()
    )


def possibili_sostitute(istituto_id: int, di: Pubblicazione) -> QuerySet[Pubblicazione]:
    """The numbered and valid publications that came after one, the latest first."""
    return (
        Pubblicazione.objects.filter(
            istituto_id=istituto_id, numero__isnull=False, annullata_il__isnull=True
        )
        .filter(Q(anno__gt=di.anno) | Q(anno=di.anno, numero__gt=di.numero))
        .order_by("-anno", "-numero")
    )


def ultimo_giorno(istituto_id: int, dal: date) -> Termine:
    """The last day of a publication that begins on ``dal``, with the reasons.

    Whole days after the first, never moved by a holiday: the page is there also on Sundays.
    """
    return termine_entro(istituto_id, GIORNI, dal, giorno=dal, proroga=False)


def giorni_predefiniti(istituto_id: int, giorno: date) -> int:
    """How many whole days an act stays on the albo, when nothing else says it."""
    return durata_di(parametro(istituto_id, GIORNI, giorno)).giorni
