"""The frozen words of the letter that gives a function, and the page that they make.

Source: CCNL Scuola 29 November 2007, art. 33; CPIA Napoli Provincia 2, Regolamento funzioni
strumentali, nn. 2, 5, 6, 7, as a model.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.scuola.parole import data_estesa
from selezioni_pon.documents.articoli import Punto
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.parole import PRASSI
from selezioni_pon.models import AttribuzioneFunzione
from selezioni_pon.queries.funzioni.regole import CASA, regole_di
from selezioni_pon.rules.funzioni_strumentali.durata import relazioni
from selezioni_pon.rules.funzioni_strumentali.passi import COLLEGIO

FOGLIO: Final = "nomina_commissione"
TIPO: Final = "funzione_strumentale"
MODELLO: Final = "funzione-strumentale/1"
REGOLAMENTO: Final = "Regolamento funzioni strumentali"
ALTRA_FONTE: Final = " Altra fonte:"
TUTELA: Final = (
    "Contro questo atto si può presentare reclamo, e ricorso nei modi e nei termini di legge."
)


@dataclass(frozen=True)
class ContestoFunzione(Congelato):
    """The letter as it is printed."""

    istituto: Intestazione
    titolo: str
    sotto: str
    docente: str
    area: str
    compiti: tuple[str, ...]
    premesse: tuple[Punto, ...]
    doveri: tuple[Punto, ...]
    tutela: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Sant’Anastasia, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def oggetto_di(attribuzione: AttribuzioneFunzione) -> str:
    """``Funzione strumentale 2023/24, area 1: Gestione PTOF, RAV e PdM``."""
    area = attribuzione.domanda.area
    return (
        f"Funzione strumentale {area.procedura.anno_scolastico}, area {area.sigla}: {area.titolo}"
    )


def contesto_funzione(attribuzione: AttribuzioneFunzione, emissione: Emissione) -> ContestoFunzione:
    """The words of a letter that is being issued. One query, for the areas."""
    area = attribuzione.domanda.area
    procedura, docente = area.procedura, attribuzione.domanda.docente
    regole = regole_di(procedura, list(procedura.aree.all()), emissione.giorno)
    slug = emissione.istituto.slug
    dovute = [
        (f"{una.motivo.testo}", una.motivo.fonte) for una in relazioni(attribuzione.dal, regole)
    ]
    return ContestoFunzione(
        istituto=emissione.intestazione,
        titolo=oggetto_di(attribuzione),
        sotto=f"Anno scolastico {procedura.anno_scolastico}",
        docente=docente.nome_e_cognome,
        area=f"Area {area.sigla}: {area.titolo}",
        compiti=tuple(riga.strip("-• ") for riga in area.compiti.splitlines() if riga.strip()),
        premesse=(
            Punto(f"Vista la delibera con cui il Collegio ha identificato le funzioni: "
                  f"{procedura.atto}", COLLEGIO),
            Punto(f"Vista la domanda presentata il "
                  f"{data_estesa(timezone.localdate(attribuzione.domanda.presentata_il))}"),
            *_dell_esame(procedura.verbale),
            *_punti([(uno["testo"], uno["fonte"]) for uno in attribuzione.motivi], slug),
        ),
        doveri=tuple(_punti(dovute, slug)),
        tutela=TUTELA,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )  # fmt: skip


def _dell_esame(verbale: str) -> tuple[Punto, ...]:
    return (Punto(f"Visto l’esame dei titoli: {verbale}"),) if verbale else ()


def _punti(coppie: Iterable[tuple[str, str]], slug: str) -> list[Punto]:
    """Sentences with who says them; the regulation of one school is cited by that school alone."""
    if slug == CASA:
        return [Punto(testo.rstrip("."), fonte) for testo, fonte in coppie]
    return [
        Punto(testo.partition(ALTRA_FONTE)[0].rstrip("."), _citata(fonte))
        for testo, fonte in coppie
    ]


def _citata(fonte: str) -> str:
    return "" if fonte.startswith(PRASSI) or REGOLAMENTO in fonte else fonte


def html_funzione(contesto: ContestoFunzione) -> str:
    """The page of the letter, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/funzione.html", {"lettera": contesto})
