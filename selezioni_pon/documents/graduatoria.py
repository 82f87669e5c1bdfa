"""The frozen words of a ranking as everybody reads it, on paper and on the public page.

Source: IC Porto Venere, Regolamento incarichi, art. 4 cc. 10-12; L. 241/1990, art. 3 c. 4;
Regolamento (UE) 2016/679, art. 5 c. 1 lett. c.
"""

from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.parole import fra_virgolette
from selezioni_pon.documents.articoli import Dato, Punto, dai_motivi
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.graduatoria_parti import dati_di, premesse, rimedi
from selezioni_pon.documents.parole import OGGETTO_MASSIMO
from selezioni_pon.models import Graduatoria
from selezioni_pon.queries.graduatorie.formata import Formata
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.graduatoria import per_albo
from selezioni_pon.rules.note_albo import note_per_albo

FOGLIO: Final = "avviso_selezione"
TIPO: Final = "graduatoria_selezione"
MODELLO: Final = "graduatoria-selezione/1"


@dataclass(frozen=True)
class RigaStampata(Congelato):
    """A place as the public reads it; ``punti`` empty where only the names are published."""

    posizione: int
    nome: str
    punti: str


@dataclass(frozen=True)
class ContestoGraduatoria(Congelato):
    """A version of the ranking as it is printed."""

    istituto: Intestazione
    titolo: str
    definitiva: bool
    versione: int
    motivo: str
    ruolo: str
    dati: tuple[Dato, ...]
    premesse: tuple[Punto, ...]
    con_punti: bool
    righe: tuple[RigaStampata, ...]
    note: tuple[Punto, ...]
    rimedi: tuple[Punto, ...]
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def titolo_di(graduatoria: Graduatoria) -> str:
    """``Graduatoria provvisoria: tutor, «Competenze di base», avviso per personale della scuola``.

    It names nobody: it is read in lists, and stays when the names go.
    """
    avviso, come = graduatoria.avviso, "definitiva" if graduatoria.definitiva else "provvisoria"
    selezione = avviso.selezione
    testo = f"Graduatoria {come}: {selezione.ruolo}, {fra_virgolette(selezione.progetto.titolo)}"
    return shorten(
        f"{testo}, avviso per {avviso.get_fase_display()}", OGGETTO_MASSIMO, placeholder="…"
    )


def contesto_graduatoria(
    graduatoria: Graduatoria, fatta: Formata, emissione: Emissione
) -> ContestoGraduatoria:
    """The words of a version that is being approved, in the form of the rules of its call."""
    avviso, istituto = graduatoria.avviso, emissione.istituto
    righe = per_albo(fatta.graduatoria, fatta.regole)
    return ContestoGraduatoria(
        istituto=emissione.intestazione,
        titolo=titolo_di(graduatoria),
        definitiva=graduatoria.definitiva,
        versione=graduatoria.numero,
        motivo=graduatoria.motivo,
        ruolo=avviso.selezione.ruolo,
        dati=dati_di(avviso),
        premesse=premesse(avviso, istituto),
        con_punti=any(riga.punti is not None for riga in righe),
        righe=tuple(
            RigaStampata(r.posizione, r.nome, "" if r.punti is None else in_cifre(r.punti))
            for r in righe
        ),
        note=dai_motivi(note_per_albo(fatta.graduatoria, fatta.regole), istituto),
        rimedi=rimedi(graduatoria, istituto),
        luogo=istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def html_graduatoria(contesto: ContestoGraduatoria) -> str:
    """The page of a ranking, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/graduatoria.html", {"graduatoria": contesto})
