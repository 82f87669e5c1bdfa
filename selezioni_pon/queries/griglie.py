"""The grids of a school, read for the editor, for the call and for who starts from them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet

from cpia.scuola.access import Contesto
from selezioni_pon.griglie import griglia as spedita
from selezioni_pon.griglie import slug_disponibili
from selezioni_pon.models import Griglia
from selezioni_pon.queries.visibili import griglie
from selezioni_pon.rules.griglia.controllo import Rilievo, controlla
from selezioni_pon.rules.griglia.da_dati import griglia_da
from selezioni_pon.rules.griglia.modello import Griglia as Modello

# The choice of a grid of the school to start from, before its id.
PROPRIA: Final = "id:"
# What stands for the rows that a draft does not have yet, while it is read.
SEGNAPOSTO: Final = "\x00"
ALTRE: Final = frozenset(
    {"ic-porto-venere/infanzia", "cpia-napoli-provincia-2/funzioni-strumentali"}
)


def griglia_scritta(riga: Griglia) -> Modello:
    """The grid as the rules take it; a section that has no items yet stays, without items.

    Raises ValueError, in Italian and with the place, for data that make no grid.
    """
    return leggi(riga.dati, riga.origine or f"scuola/{riga.pk}")


def leggi(dati: Mapping[str, Any], slug: str) -> Modello:
    """The same, of data that are not kept yet."""
    letta = griglia_da(_con_segnaposti(dati), slug, None)
    return replace(
        letta,
        sezioni=tuple(
            replace(sezione, voci=tuple(v for v in sezione.voci if SEGNAPOSTO not in v.numero))
            for sezione in letta.sezioni
            if SEGNAPOSTO not in sezione.sigla
        ),
    )


def rilievi(riga: Griglia) -> tuple[Rilievo, ...]:
    """What the check finds in a grid; of a section still without items nothing is said."""
    scritta = griglia_scritta(riga)
    piene = tuple(sezione for sezione in scritta.sezioni if sezione.voci)
    return controlla(replace(scritta, sezioni=piene))


def sezioni_vuote(riga: Griglia) -> list[str]:
    """The names of the sections still without items."""
    return [sezione.sigla for sezione in griglia_scritta(riga).sezioni if not sezione.voci]


def elenco(righe: QuerySet[Griglia]) -> list[Griglia]:
    """Those that somebody reads, in use before withdrawn, with how many calls. One query."""
    quanti = Count("avvisi", distinct=True)
    return list(
        righe.select_related("modificata_da")
        .annotate(quanti_avvisi=quanti)
        .order_by(F("ritirata_il").asc(nulls_first=True), "titolo", "-id")
    )


def di_partenza(contesto: Contesto) -> list[tuple[str, str]]:
    """What a new grid may start from: those of the school, then those shipped. One query."""
    proprie = griglie(contesto).order_by("titolo", "-id").values_list("pk", "titolo")
    return [
        *((f"{PROPRIA}{pk}", titolo) for pk, titolo in proprie),
        *((slug, f"{spedita(slug).titolo} ({_da_chi(slug)})") for slug in _di_selezione()),
    ]


def da_scegliere(contesto: Contesto, anche: int | None = None) -> QuerySet[Griglia]:
    """The grids that a call may take: none withdrawn, but for the one it has already."""
    in_uso = Q(ritirata_il__isnull=True)
    return griglie(contesto).filter(in_uso | Q(pk=anche) if anche else in_uso)


def usata(riga: Griglia) -> bool:
    """Whether a call, also a draft, names it. One query."""
    return riga.avvisi.exists()


def _con_segnaposti(dati: Mapping[str, Any]) -> dict[str, Any]:
    """The data with a row where there is none, so that all the rest is judged."""
    sezioni = dati.get("sezioni", [])
    if not isinstance(sezioni, list):
        return dict(dati)
    vuota = {"sigla": SEGNAPOSTO, "titolo": SEGNAPOSTO, "voci": []}
    return {**dati, "sezioni": list(_piene(sezioni or [vuota]))}


def _piene(sezioni: list[Any]) -> Iterator[Any]:
    for indice, sezione in enumerate(sezioni):
        if isinstance(sezione, dict) and sezione.get("voci") == []:
            numero = f"{SEGNAPOSTO}{indice}"
            voce = {"numero": numero, "testo": SEGNAPOSTO, "tipo": "si_no", "punti": "0"}
            yield {**sezione, "voci": [voce]}
        else:
            yield sezione


def _di_selezione() -> Iterator[str]:
    """The grids shipped for the calls: not the enrolments, not the funzioni strumentali."""
    return (slug for slug in slug_disponibili() if slug not in ALTRE)


def _da_chi(slug: str) -> str:
    return spedita(slug).fonte.partition(",")[0]
