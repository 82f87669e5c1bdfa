"""The lists of circulars: of who reads, of the office, of the public page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from cpia.atti.rules import impronta_dati
from cpia.avvisi.circolari.queries.attese import DETTE
from cpia.avvisi.circolari.queries.destinatari import rivolte_a, vesti_di
from cpia.avvisi.models import (
    Circolare,
    DestinatariCircolare,
    FileCircolare,
    RicevutaCircolare,
)
from cpia.norme.rules import anno_scolastico
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Classe, Persona, Sede
from cpia.scuola.queries import in_vigore


@dataclass(frozen=True)
class Filtri:
    """What the reader of a list asks for: a word or a number, a school year, a state."""

    cerca: str = ""
    anno: int | None = None
    stato: str = ""


def tutte(istituto_id: int) -> QuerySet[Circolare]:
    """Every circular of an institute, drafts included, with what its line shows."""
    return Circolare.objects.filter(istituto_id=istituto_id).select_related(
        "anno_scolastico", "autore"
    )


def rivolte(contesto: Contesto) -> QuerySet[Circolare]:
    """Published circulars for this person: by the roles of today, or received in one still held.

    Who comes later finds also what went out before; who has no role any more finds nothing.
    Two queries to know the roles, one to read.
    """
    le_mie = vesti_di(contesto)
    righe = DestinatariCircolare.objects.filter(istituto=contesto.istituto)
    di_oggi = righe.filter(rivolte_a(le_mie))
    dei_miei_ruoli = righe.filter(ruolo__in={veste.ruolo for veste in le_mie})
    ricevute = RicevutaCircolare.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona
    )
    return tutte(contesto.istituto.pk).filter(
        Q(pk__in=di_oggi.values("circolare_id"))
        | Q(
            pk__in=ricevute.filter(circolare_id__in=dei_miei_ruoli.values("circolare_id")).values(
                "circolare_id"
            )
        ),
        pubblicata_il__isnull=False,
    )


def per_me(contesto: Contesto, filtri: Filtri) -> QuerySet[Circolare]:
    """Those for this person, the latest first, each with the own receipt in ``mie``."""
    trovate = cerca(rivolte(contesto), filtri)
    if filtri.stato == "da_leggere":
        trovate = da_leggere(trovate, contesto)
    mie = RicevutaCircolare.objects.filter(persona=contesto.persona)
    return trovate.prefetch_related(Prefetch("ricevute", queryset=mie, to_attr="mie")).order_by(
        "-pubblicata_il", "-pk"
    )


def da_leggere(circolari: QuerySet[Circolare], contesto: Contesto) -> QuerySet[Circolare]:
    """Those of which this person has not yet said what they ask."""
    dette = RicevutaCircolare.objects.filter(
        DETTE, circolare_id=OuterRef("pk"), persona=contesto.persona
    )
    return circolari.filter(~Exists(dette), annullata_il__isnull=True)


def cerca(circolari: QuerySet[Circolare], filtri: Filtri) -> QuerySet[Circolare]:
    """Those whose subject holds the word, or whose number it is, of one school year."""
    if filtri.anno:
        circolari = circolari.filter(anno_scolastico__inizio=filtri.anno)
    if filtri.cerca:
        condizione = Q(oggetto__icontains=filtri.cerca)
        if filtri.cerca.isdecimal() and len(filtri.cerca) < 9:
            condizione |= Q(numero=int(filtri.cerca))
        circolari = circolari.filter(condizione)
    return circolari


def dell_ufficio(istituto_id: int, filtri: Filtri) -> QuerySet[Circolare]:
    """All of them for who writes them: drafts first, then the latest."""
    trovate = cerca(tutte(istituto_id), filtri)
    if filtri.stato:
        trovate = trovate.filter(STATI[filtri.stato])
    return trovate.order_by(F("pubblicata_il").desc(nulls_first=True), "-pk")


STATI = {
    "bozze": Q(pubblicata_il__isnull=True),
    "pubblicate": Q(pubblicata_il__isnull=False, annullata_il__isnull=True),
    "annullate": Q(annullata_il__isnull=False),
}


def pubbliche(istituto_id: int) -> QuerySet[Circolare]:
    """Those that anybody may read, the latest first; the annulled ones stay, and say it."""
    return (
        Circolare.objects.filter(
            istituto_id=istituto_id, pubblica=True, pubblicata_il__isnull=False
        )
        .select_related("anno_scolastico", "documento", "protocollo")
        .order_by("-pubblicata_il", "-pk")
    )


def anni(circolari: QuerySet[Circolare]) -> list[int]:
    """The school years of these circulars, the latest first."""
    return list(
        circolari.order_by("-anno_scolastico__inizio")
        .values_list("anno_scolastico__inizio", flat=True)
        .distinct()
    )


def circolare(istituto_id: int, pk: int) -> Circolare | None:
    """One circular with all that its page shows."""
    return (
        Circolare.objects.filter(istituto_id=istituto_id, pk=pk)
        .select_related("anno_scolastico", "autore", "documento", "protocollo", "istituto")
        .first()
    )


def file(circolare: Circolare) -> list[FileCircolare]:
    """The attachments, in the order in which they were put."""
    return list(
        FileCircolare.objects.filter(istituto_id=circolare.istituto_id, circolare=circolare)
    )


def ricevuta(circolare: Circolare, persona_id: int) -> RicevutaCircolare | None:
    """The receipt of one person, or None."""
    return RicevutaCircolare.objects.filter(
        istituto_id=circolare.istituto_id, circolare=circolare, persona_id=persona_id
    ).first()


def anno_di(istituto_id: int, giorno: date) -> AnnoScolastico | None:
    """The school year of a day, when the institute has it."""
    return AnnoScolastico.objects.filter(
        istituto_id=istituto_id, inizio=anno_scolastico(giorno).inizio
    ).first()


def ultimo_numero(anno: AnnoScolastico) -> int | None:
    """The last number given in a school year, or None."""
    return (
        Circolare.objects.filter(
            istituto_id=anno.istituto_id, anno_scolastico=anno, numero__isnull=False
        )
        .order_by("-numero")
        .values_list("numero", flat=True)
        .first()
    )


def dirigente(istituto_id: int, giorno: date) -> Persona | None:
    """Who directs the institute on a day, and signs."""
    return (
        Persona.objects.filter(
            in_vigore(giorno, "incarichi__"),
            istituto_id=istituto_id,
            incarichi__ruolo="dirigente",
        )
        .order_by("incarichi__dal", "pk")
        .first()
    )


def sedi(istituto_id: int) -> QuerySet[Sede]:
    """The seats of the institute."""
    return Sede.objects.filter(istituto_id=istituto_id)


def classi(istituto_id: int, giorno: date) -> QuerySet[Classe]:
    """The classes of the school year of a day."""
    return Classe.objects.filter(
        istituto_id=istituto_id, anno_scolastico__inizio=anno_scolastico(giorno).inizio
    ).select_related("corso")


def versione(circolare: Circolare) -> str:
    """What the draft says now, in one hash: who publishes gives back the one that was read."""
    righe = DestinatariCircolare.objects.filter(circolare=circolare).order_by("pk")
    campi = ("tipo", "oggetto", "testo", "pubblica", "riscontro", "riscontro_entro")
    return impronta_dati(
        {
            "campi": [str(getattr(circolare, campo)) for campo in campi],
            "destinatari": [list(r) for r in righe.values_list("ruolo", "sede_id", "classe_id")],
            "file": [[riga.titolo, riga.impronta] for riga in file(circolare)],
        }
    )
