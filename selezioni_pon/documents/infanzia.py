"""The frozen words of a version of the list of enrolments: a paper of the office, never published.

Source: Regolamento (UE) 2016/679, art. 5 c. 1 lett. c and art. 9: of a precedence it says that
there is one, never which.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.scuola.parole import con_maiuscola, data_estesa
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.models import RigaInfanzia, VersioneInfanzia
from selezioni_pon.rules.cifre import in_cifre

FOGLIO: Final = "avviso_selezione"
TIPO: Final = "elenco_infanzia"
MODELLO: Final = "elenco-infanzia/1"


@dataclass(frozen=True)
class RigaStampata(Congelato):
    """A row: ``posizione`` and ``attesa`` are empty where there is none."""

    posizione: str
    numero: str
    nome: str
    nascita: str
    punti: str
    esito: str


@dataclass(frozen=True)
class MotivoStampato(Congelato):
    """Why so many places, with who says so."""

    testo: str
    fonte: str


@dataclass(frozen=True)
class ContestoElenco(Congelato):
    """A version as it is printed."""

    istituto: Intestazione
    titolo: str
    sotto: str
    motivo: str
    osservazioni: str
    righe: tuple[RigaStampata, ...]
    motivi: tuple[MotivoStampato, ...]
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Porto Venere, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def titolo_di(versione: VersioneInfanzia) -> str:
    """``Iscrizioni all’infanzia 2025/26, Fezzano: versione 2, definitiva``."""
    elenco = versione.elenco
    return (
        f"Iscrizioni all’infanzia {elenco.anno_scolastico}, {elenco.sede}: versione "
        f"{versione.numero}, {versione.get_tipo_display()}"
    )


def contesto_elenco(versione: VersioneInfanzia, emissione: Emissione) -> ContestoElenco:
    """The words of a version that was just made, with its rows. One query."""
    righe = versione.righe.select_related("domanda__bambino").order_by("ordine")
    entro = versione.osservazioni_entro
    return ContestoElenco(
        istituto=emissione.intestazione,
        titolo=titolo_di(versione),
        sotto=f"Scuola dell’infanzia {versione.elenco.sede}, anno scolastico "
        f"{versione.elenco.anno_scolastico}",
        motivo=versione.motivo,
        osservazioni=data_estesa(entro) if entro else "",
        righe=tuple(map(_riga, righe)),
        motivi=tuple(MotivoStampato(uno["testo"], uno["fonte"]) for uno in versione.motivi),
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def _riga(riga: RigaInfanzia) -> RigaStampata:
    bambino = riga.domanda.bambino
    esito = con_maiuscola(riga.get_stato_display())
    if riga.in_attesa is not None:
        esito = f"{esito}, posizione {riga.in_attesa}"
    return RigaStampata(
        posizione="" if riga.posizione is None else str(riga.posizione),
        numero=str(riga.domanda.numero),
        nome=str(bambino),
        nascita=f"{bambino.data_nascita:%d/%m/%Y}",
        punti="" if riga.posizione is None else in_cifre(Fraction(riga.punti)),
        esito=esito,
    )


def html_elenco(contesto: ContestoElenco) -> str:
    """The page of a version, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/infanzia.html", {"elenco": contesto})
