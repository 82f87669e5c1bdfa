"""What every page needs around its content: the menu and the count of notices."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse

from bonus_merito.queries.visibili import ne_ha
from cpia.avvisi.queries import notifiche
from cpia.portale.segreteria import PERSONE, UFFICIO
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo, TipoIstituto
from cpia.scuola.models import Istituto
from patto_formativo.queries.menu import ha_condivisi
from selezioni_pon.queries.infanzia.visibili import ne_ha_figli
from selezioni_pon.queries.visibili import ne_ha as ha_selezioni

# Words, address, what its pages begin with, who sees it (all, when nobody is named).
Voce = tuple[str, str, tuple[str, ...], frozenset[str]]
_VOCI: list[Voce] = [
    ("Scrivania", "scrivania", ("scrivania/",), frozenset()),
    ("Competenze", "competenze:elenco", ("competenze/",), frozenset()),
    ("Organi collegiali", "organi:elenco", ("organi/",), frozenset()),
    ("Circolari", "circolari", ("circolari/",), frozenset()),
    ("Regolamenti", "regolamenti", ("regolamenti/",), frozenset()),
    ("Persone", "persone", ("persone/", "incarichi/"), PERSONE),
    (
        "Segreteria",
        "segreteria",
        ("segreteria/", "importa/", "anno/", "classi/", "pubblicazioni/", "registro/"),
        UFFICIO,
    ),
]
DOPO_IL_PATTO = "organi:elenco"
DOPO_IL_BONUS = "circolari"
BONUS: Voce = ("Bonus", "bonus:inizio", ("bonus/",), frozenset())
SELEZIONI: Voce = ("Selezioni", "selezioni:elenco", ("selezioni/",), frozenset())
INFANZIA: Voce = (
    "Iscrizione all’infanzia", "selezioni:infanzia_figli", ("selezioni/infanzia/figli/",),
    frozenset(),
)  # fmt: skip
CHI_STUDIA = frozenset({Ruolo.STUDENTE, Ruolo.RESPONSABILE})
# Who only applies for a post has no part in anything else of the school.
CANDIDATI = frozenset({Ruolo.CANDIDATO})
DI_CHI_SI_CANDIDA = frozenset({"scrivania", "selezioni:elenco", "regolamenti"})


def portale(request: HttpRequest) -> dict[str, Any]:
    """The menu of who is signed in to an institute; empty elsewhere."""
    contesto: Contesto | None = getattr(request, "contesto", None)
    if contesto is None:
        return {}
    da_leggere, patto, proprie = _in_una_domanda(contesto)
    return {
        "menu": [
            {
                "testo": testo,
                "url": reverse(nome, args=[contesto.istituto.slug]),
                "attivo": request.path.startswith(
                    tuple(f"/{contesto.istituto.slug}/{inizio}" for inizio in inizi)
                ),
            }
            for testo, nome, inizi, ruoli in _voci(patto, proprie)
            if _sua(contesto, nome, ruoli)
        ],
        "avvisi_non_letti": da_leggere,
    }


def _sua(contesto: Contesto, nome: str, ruoli: frozenset[str]) -> bool:
    if contesto.ruoli == CANDIDATI:
        return nome in DI_CHI_SI_CANDIDA
    return not ruoli or contesto.ha(*ruoli)


def _voci(patto: str, proprie: Sequence[Voce]) -> Iterator[Voce]:
    """``proprie`` are those of the apps that concern only some."""
    for voce in _VOCI:
        if patto and voce[1] == DOPO_IL_PATTO:
            yield "Patto formativo", patto, ("patto/",), frozenset()
        if voce[1] == DOPO_IL_BONUS:
            yield from proprie
        yield voce


def _in_una_domanda(contesto: Contesto) -> tuple[int, str, list[Voce]]:
    """The notices to read, where the agreements begin, bonus and selections if any. One query.

    A CPIA always has agreements, another school those that it was shown; the bonus is of who
    prepares it and, once its criteria are adopted, of who may ask for it or sits in the Comitato;
    the selections of who prepares them and, once a call is published, of the staff; the enrolments
    at the infanzia of who answers for a child that one has applied for.
    Everything is asked together with the notices, so that no page asks anything more.
    """
    istituto, persona = contesto.istituto, contesto.persona
    mie = notifiche(istituto.pk, persona.pk).filter(letta_il__isnull=True).order_by()
    conto = Subquery(mie.values("istituto").annotate(quante=Count("pk")).values("quante"))
    cpia = istituto.tipo == TipoIstituto.CPIA
    mostrati = Value(False) if cpia else ha_condivisi(contesto)  # noqa: FBT003 -- a column
    quante, condivisi, *mie_voci = (
        Istituto.objects.filter(pk=istituto.pk)
        .values_list(
            Coalesce(conto, 0), mostrati, ne_ha(contesto), ha_selezioni(contesto),
            ne_ha_figli(contesto),
        )
        .get()
    )  # fmt: skip
    proprie = [
        voce for voce, c_e in zip((BONUS, SELEZIONI, INFANZIA), mie_voci, strict=True) if c_e
    ]
    return quante, _patto(contesto, mostrati=condivisi), proprie


def _patto(contesto: Contesto, *, mostrati: bool) -> str:
    """Where the agreements begin: in a CPIA the own for who learns; elsewhere those shown."""
    if contesto.istituto.tipo != TipoIstituto.CPIA:
        return "patto:condivisi" if mostrati else ""
    return "patto:mio" if contesto.ruoli <= CHI_STUDIA else "patto:inizio"
