"""The frozen words of the act that names a commission, and the page that they make.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 6; D.Lgs. 36/2023, art. 93 c. 1, as a
model; L. 241/1990, art. 6-bis; D.Lgs. 165/2001, art. 35-bis.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from cpia.scuola.parole import fra_virgolette
from selezioni_pon.documents.articoli import Articolo, Punto
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.nomina_articoli import lavori, prima_di_leggere
from selezioni_pon.documents.parole import OGGETTO_MASSIMO
from selezioni_pon.models import Avviso, Commissario, Commissione
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.fonti import (
    DOPO_LA_SCADENZA,
)
from selezioni_pon.rules.termine import al_secondo

FOGLIO: Final = "nomina_commissione"
TIPO: Final = "nomina_commissione"
MODELLO: Final = "nomina-commissione/1"
PRESIDENTE, COMPONENTE, SUPPLENTE = "presidente", "componente", "supplente"


@dataclass(frozen=True)
class Membro(Congelato):
    """Somebody named, and as what."""

    nome: str
    come: str


@dataclass(frozen=True)
class ContestoNomina(Congelato):
    """The act as it is printed."""

    istituto: Intestazione
    titolo: str
    sotto: str
    premesse: tuple[Punto, ...]
    membri: tuple[Membro, ...]
    articoli: tuple[Articolo, ...]
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def oggetto_di(avviso: Avviso) -> str:
    """``Nomina della commissione: esperto, «Competenze di base»``."""
    selezione = avviso.selezione
    progetto = fra_virgolette(selezione.progetto.titolo)
    testo = f"Nomina della commissione: {selezione.ruolo}, {progetto}"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")


def contesto_nomina(
    commissione: Commissione, membri: Sequence[Commissario], emissione: Emissione
) -> ContestoNomina:
    """The words of the act for a commission that is being named. Raises ValueError without term."""
    avviso, regole = commissione.avviso, regole_di(commissione.avviso)
    scade = avviso.scade
    if scade is None:
        raise ValueError("la commissione si nomina dopo il termine")
    return ContestoNomina(
        istituto=emissione.intestazione,
        titolo=oggetto_di(avviso),
        sotto=f"Avviso {numero_di(avviso)}per «{avviso.selezione.ruolo}»",
        premesse=(
            Punto(f"Visto l’avviso di selezione per «{avviso.selezione.ruolo}», progetto "
                  f"{fra_virgolette(avviso.selezione.progetto.titolo)}"),
            Punto(f"Considerato che il termine per le domande è passato: {al_secondo(scade)}",
                  DOPO_LA_SCADENZA),
            *_dell_atto(commissione),
        ),
        membri=tuple(membro(uno) for uno in membri),
        articoli=(
            prima_di_leggere(regole, emissione.istituto), lavori(emissione.istituto),
        ),
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )  # fmt: skip


def numero_di(avviso: Avviso) -> str:
    """``prot. n. 12, `` of a call; empty where it has none."""
    protocollo = avviso.protocollo
    return "" if protocollo is None else f"prot. n. {protocollo.numero}, "


def _dell_atto(commissione: Commissione) -> tuple[Punto, ...]:
    return (Punto(f"Visto: {commissione.atto}"),) if commissione.atto else ()


def membro(uno: Commissario) -> Membro:
    """Somebody of a commission, and as what."""
    if uno.supplente:
        return Membro(uno.persona.nome_e_cognome, SUPPLENTE)
    return Membro(uno.persona.nome_e_cognome, PRESIDENTE if uno.presidente else COMPONENTE)


def html_nomina(contesto: ContestoNomina) -> str:
    """The page of the act, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/nomina.html", {"nomina": contesto})
