"""What stands between a draft and its publication: missing, to look at again, why it may open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final

from django.urls import reverse
from django.utils import timezone

from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import decimale
from selezioni_pon.enums import Fase
from selezioni_pon.forms.avvisi import AL_CAMPO, AvvisoForm
from selezioni_pon.models import Avviso
from selezioni_pon.queries.bando import da_rivedere, mancanze, perche, regole_di, spesa
from selezioni_pon.queries.griglie import rilievi
from selezioni_pon.rules.cifre import in_cifre, in_euro
from selezioni_pon.rules.griglia.controllo import Rilievo
from selezioni_pon.rules.termine import termine_minimo

DA_LEGGERE: Final = "rilievi_da_leggere"
# What is written in the project, by the name that its page has.
DEL_PROGETTO: Final = {
    "titolo": "titolo", "finalita": "finalita", "attivita": "attivita", "prodotti": "prodotti",
    "cup": "cup", "codice_progetto": "codice", "disponibilita": "disponibilita",
}  # fmt: skip


@dataclass(frozen=True)
class Mancanza:
    """What is missing, who wants it, where it is written; ``nel_progetto``: not in the call."""

    testo: str
    fonte: str
    url: str = ""
    nel_progetto: bool = False


@dataclass(frozen=True)
class Prima:
    """The judgement on a draft, as it is kept or as it is being typed.

    ``primo_termine`` is the first day on which it may close if it is published today, ``spesa``
    the most that it may cost, with its sum; empty while a figure is missing.
    """

    manca: Sequence[Mancanza]
    ricontrolla: Sequence[Motivo]
    perche: Sequence[Motivo]
    rilievi: Sequence[Rilievo]
    primo_termine: Termine
    spesa: str

    @property
    def pronto(self) -> bool:
        """Whether who directs may publish it."""
        return not self.manca


def prima_di_pubblicare(avviso: Avviso, adesso: datetime) -> Prima:
    """Judge a draft; what the check of the grid found is read when it is published."""
    regole = regole_di(avviso)
    contro = [una for una in mancanze(avviso, adesso) if una.codice != DA_LEGGERE]
    giorni = regole.avviso.giorni[Fase(avviso.fase)]
    return Prima(
        manca=list(_dove(avviso, contro)),
        ricontrolla=da_rivedere(avviso, adesso),
        perche=perche(avviso, regole),
        rilievi=rilievi(avviso.griglia) if avviso.griglia else (),
        primo_termine=termine_minimo(timezone.localdate(adesso), giorni),
        spesa=_spesa(avviso),
    )


def _dove(avviso: Avviso, contro: Sequence[Violazione]) -> Iterator[Mancanza]:
    slug = avviso.istituto.slug
    for una in contro:
        campo = AL_CAMPO.get(una.campo, una.campo)
        if una.campo in DEL_PROGETTO:
            pagina = reverse("selezioni:progetto", args=[slug, avviso.selezione.progetto_id])
            url = f"{pagina}#id_{DEL_PROGETTO[una.campo]}"
            yield Mancanza(una.testo, una.fonte, url, nel_progetto=True)
        elif campo in AvvisoForm.base_fields:
            pagina = reverse("selezioni:avviso_scrivi", args=[slug, avviso.pk])
            yield Mancanza(una.testo, una.fonte, f"{pagina}#id_{campo}")
        else:
            yield Mancanza(una.testo, una.fonte)


def _spesa(avviso: Avviso) -> str:
    centesimi = spesa(avviso)
    if centesimi is None or avviso.compenso_massimo is None:
        return ""
    ore, per_ora = in_cifre(Fraction(avviso.ore)), decimale(avviso.compenso_massimo)
    return f"{avviso.posti} × {ore} ore × {per_ora} € = {in_euro(centesimi)}"
