"""The titles that somebody has declared already: to use them again, to see what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet

from cpia.scuola.access import Contesto
from selezioni_pon.models import (
    AllegatoCandidatura,
    AllegatoInviato,
    Candidatura,
    Invio,
    TitoloDichiarato,
)
from selezioni_pon.queries.candidature.in_parole import griglia_inviata
from selezioni_pon.queries.candidature.inviate import (
    con_graduatoria,
    inviata_dopo,
    si_leggono_i_punti,
)
from selezioni_pon.queries.valutazione import griglia_di, titolo_scritto
from selezioni_pon.rules.griglia.detti import titolo_detto
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.portafoglio import riutilizzabili, stessa_voce


@dataclass(frozen=True)
class Volta:
    """A title as it was declared once; ``uscita``: what the commission decided may be read.

    ``deciso`` and ``ammesso`` are the decision in words, empty where there is none to read.
    """

    titolo: TitoloDichiarato
    invio: Invio
    detto: str
    uscita: bool
    deciso: str = ""
    ammesso: str = ""
    motivo: str = ""


@dataclass(frozen=True)
class Titolo:
    """An item with all the times that something was declared of it, the latest first."""

    testo: str
    volte: list[Volta] = field(default_factory=list)


@dataclass(frozen=True)
class DaCopiare:
    """A title of an earlier application before a draft.

    ``qui`` is the item that it would fill, empty where none asks it; ``gia``: something is
    written there, and stays.
    """

    titolo: TitoloDichiarato
    voce: Voce
    detto: str
    qui: str
    gia: bool

    @property
    def si_copia(self) -> bool:
        """Whether the draft takes it."""
        return bool(self.qui) and not self.gia


def mie_inviate(contesto: Contesto) -> QuerySet[Invio]:
    """What somebody sent, the last of each application, the latest first: also if taken back."""
    return (
        Invio.objects.filter(
            istituto=contesto.istituto, candidatura__persona=contesto.persona,
        )
        .exclude(inviata_dopo())
        .select_related("candidatura__avviso__selezione__progetto", "candidatura__avviso__griglia")
        .order_by("-inviato_il", "-pk")
    )  # fmt: skip


def fonti(contesto: Contesto, candidatura: Candidatura) -> list[Invio]:
    """From what a draft may be filled: what was sent to other calls. One query."""
    return list(mie_inviate(contesto).exclude(candidatura=candidatura))


def portafoglio(contesto: Contesto) -> list[Titolo]:
    """Everything that somebody declared, item by item, with what became of it. Three queries."""
    invii = {invio.pk: invio for invio in mie_inviate(contesto)}
    griglie = {pk: griglia_inviata(invio.contenuto) for pk, invio in invii.items()}
    usciti = con_graduatoria(invio.candidatura.avviso_id for invio in invii.values())
    titoli = (
        TitoloDichiarato.objects.filter(invio__in=invii)
        .select_related("decisione")
        .order_by("posto", "pk")
    )
    per_voce: dict[tuple[str, str], Titolo] = {}
    for titolo in sorted(titoli, key=lambda uno: invii[uno.invio_id].inviato_il, reverse=True):
        griglia = griglie[titolo.invio_id]
        voce = griglia.voce(titolo.voce)
        if voce is not None:
            tenuto = per_voce.setdefault(stessa_voce(voce), Titolo(voce.testo))
            invio = invii[titolo.invio_id]
            uscita = si_leggono_i_punti(contesto, invio, usciti) and not _dopo(
                titolo, usciti.get(invio.candidatura.avviso_id)
            )
            tenuto.volte.append(_volta(titolo, invio, voce, uscita=uscita))
    return list(per_voce.values())


def da_copiare(candidatura: Candidatura, invio: Invio) -> list[DaCopiare]:
    """What a draft would take from what was sent to another call. Two queries."""
    da, a = griglia_inviata(invio.contenuto), griglia_di(candidatura.avviso)
    titoli = list(invio.titoli.order_by("posto"))
    presi, _ = riutilizzabili(da, a, {titolo.voce: titolo.valore for titolo in titoli})
    scritte = set(candidatura.risposte.values_list("voce", flat=True))
    return [_da_copiare(titolo, da, presi, scritte) for titolo in titoli]


def prove_di(titoli: Sequence[TitoloDichiarato]) -> Mapping[int, list[AllegatoCandidatura]]:
    """The evidence that was sent with each of these titles. One query."""
    trovate: dict[int, list[AllegatoCandidatura]] = {titolo.pk: [] for titolo in titoli}
    inviati = AllegatoInviato.objects.filter(titolo__in=titoli).select_related("allegato")
    for inviato in inviati.order_by("pk"):
        if inviato.titolo_id is not None:
            trovate[inviato.titolo_id].append(inviato.allegato)
    return trovate


def _da_copiare(
    titolo: TitoloDichiarato, da: Griglia, presi: Mapping[str, str], scritte: set[str]
) -> DaCopiare:
    voce = da.voce(titolo.voce)
    if voce is None:
        raise ValueError(f"la griglia inviata non ha la voce {titolo.voce}")
    qui = presi.get(titolo.voce, "")
    detto = titolo_detto(voce, titolo_scritto(voce, titolo.valore))
    return DaCopiare(titolo, voce, detto, qui, qui in scritte)


def _dopo(titolo: TitoloDichiarato, uscita: datetime | None) -> bool:
    """Whether a title was decided again after the ranking that is out: the new one says it."""
    decisione = getattr(titolo, "decisione", None)
    return bool(decisione and uscita and decisione.decisa_il > uscita)


def _volta(titolo: TitoloDichiarato, invio: Invio, voce: Voce, *, uscita: bool) -> Volta:
    detto = titolo_detto(voce, titolo_scritto(voce, titolo.valore))
    decisione = getattr(titolo, "decisione", None)
    if not uscita or decisione is None:
        return Volta(titolo, invio, detto, uscita)
    ammesso = ""
    if decisione.ammesso is not None:
        ammesso = titolo_detto(voce, titolo_scritto(voce, decisione.ammesso))
    return Volta(
        titolo, invio, detto, uscita=True, deciso=decisione.get_esito_display(), ammesso=ammesso,
        motivo=decisione.motivo,
    )  # fmt: skip
