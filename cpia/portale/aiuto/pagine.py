"""The pages of the guide: which there are, of whom, in which order."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from cpia.portale.aiuto.testo import Testo, leggi
from cpia.scuola.enums import Ruolo

CARTELLA = settings.BASE_DIR / "docs" / "guida"
IMMAGINI = settings.BASE_DIR / "docs" / "immagini"
PER_TUTTI = "per-tutti"

SEGRETERIE = frozenset(
    {Ruolo.SEGRETERIA_DIDATTICA, Ruolo.SEGRETERIA_PERSONALE, Ruolo.SEGRETERIA_PROTOCOLLO}
)
DEL_PERSONALE = SEGRETERIE | {Ruolo.DSGA, Ruolo.ATA, Ruolo.DIRIGENTE, Ruolo.DOCENTE}
# Page and the roles that it speaks to, in the order in which they are shown.
DI_CHI: dict[str, frozenset[str]] = {
    "docente": frozenset({Ruolo.DOCENTE}),
    "coordinatore": frozenset({Ruolo.COORDINATORE}),
    "tutor": frozenset({Ruolo.TUTOR, Ruolo.COORDINATORE_SEDE}),
    "patto": frozenset({Ruolo.TUTOR, Ruolo.COORDINATORE_SEDE, Ruolo.COMMISSIONE, Ruolo.COMPONENTE}),
    "segreteria": SEGRETERIE | {Ruolo.DSGA},
    "dirigente": frozenset({Ruolo.DIRIGENTE, Ruolo.COLLABORATORE}),
    "collaboratore": frozenset({Ruolo.COLLABORATORE, Ruolo.DSGA}),
    "bonus": DEL_PERSONALE | {Ruolo.COMPONENTE},
    "selezioni": DEL_PERSONALE,
    "candidati": frozenset({Ruolo.CANDIDATO}),
    "chi-studia": frozenset({Ruolo.STUDENTE, Ruolo.RESPONSABILE}),
    "famiglie": frozenset({Ruolo.STUDENTE, Ruolo.RESPONSABILE}),
    "amministratore": frozenset({Ruolo.AMMINISTRATORE}),
    PER_TUTTI: frozenset(),
}

# Pages of who works or learns in a CPIA: elsewhere they are among the others.
DEI_CPIA = frozenset({"tutor", "patto", "chi-studia"})


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page of the guide, with the name that is in its address."""

    nome: str
    testo: Testo


@lru_cache(maxsize=1)
def pagine() -> dict[str, Pagina]:
    """All the pages, read once: they change only with the programme."""
    return {nome: Pagina(nome, _leggi(nome)) for nome in DI_CHI}


def _leggi(nome: str) -> Testo:
    return leggi((CARTELLA / f"{nome}.md").read_text(encoding="utf-8"), IMMAGINI)


def per_ruoli(ruoli: Collection[str], *, cpia: bool = False) -> tuple[list[Pagina], list[Pagina]]:
    """The pages for who holds these roles, with the one for all last, and the other pages."""
    mie = [
        p
        for nome, p in pagine().items()
        if not DI_CHI[nome].isdisjoint(ruoli) and (cpia or nome not in DEI_CPIA)
    ]
    mie.append(pagine()[PER_TUTTI])
    return mie, [p for p in pagine().values() if p not in mie]
