"""The frozen words of the act by which a member of a commission is replaced, and their page.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 6; L. 241/1990, arts. 3 and 6-bis. The
reason may be of somebody’s private life: the paper refers to it, and keeps it out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from django.template.loader import render_to_string

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from selezioni_pon.documents.articoli import Articolo, Punto
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.nomina import COMPONENTE, PRESIDENTE, Membro, membro, numero_di
from selezioni_pon.documents.nomina_articoli import prima_di_leggere
from selezioni_pon.documents.parole import OGGETTO_MASSIMO
from selezioni_pon.models import Avviso, Commissario, Commissione
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.fonti import MOTIVAZIONE

TIPO: Final = "sostituzione_commissario"
MODELLO: Final = "sostituzione-commissario/1"


@dataclass(frozen=True)
class ContestoSostituzione(Congelato):
    """The act as it is printed; ``membri`` is the commission from now on."""

    istituto: Intestazione
    titolo: str
    sotto: str
    premesse: tuple[Punto, ...]
    esce: Membro
    entra: Membro
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


def oggetto_sostituzione(avviso: Avviso) -> str:
    """``Sostituzione nella commissione: esperto, «Competenze di base»``: it names nobody."""
    selezione = avviso.selezione
    testo = f"Sostituzione nella commissione: {selezione.ruolo}, «{selezione.progetto.titolo}»"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")


def contesto_sostituzione(
    commissione: Commissione,
    siedono: Sequence[Commissario],
    entra: Commissario,
    atto: str,
    emissione: Emissione,
) -> ContestoSostituzione:
    """The words of the act, when ``entra`` has taken the place. Raises ValueError if not yet."""
    avviso, esce = commissione.avviso, entra.subentra_a
    if esce is None:
        raise ValueError("chi entra prende il posto di qualcuno")
    return ContestoSostituzione(
        istituto=emissione.intestazione,
        titolo=oggetto_sostituzione(avviso),
        sotto=f"Avviso {numero_di(avviso)}per «{avviso.selezione.ruolo}»",
        premesse=tuple(_premesse(commissione, esce, atto)),
        esce=Membro(esce.persona.nome_e_cognome, PRESIDENTE if esce.presidente else COMPONENTE),
        entra=membro(entra),
        membri=tuple(membro(uno) for uno in siedono),
        articoli=(prima_di_leggere(regole_di(avviso), emissione.istituto),),
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def _premesse(commissione: Commissione, esce: Commissario, atto: str) -> list[Punto]:
    avviso, nomina = commissione.avviso, commissione.protocollo
    numero = f", prot. n. {nomina.numero}" if nomina else ""
    punti = [
        Punto(f"Visto l’avviso di selezione per «{avviso.selezione.ruolo}», progetto "
              f"«{avviso.selezione.progetto.titolo}»"),
        Punto(f"Vista la nomina della commissione{numero}"),
    ]  # fmt: skip
    if atto:
        punti.append(Punto(f"Visto: {atto}"))
    testo = (
        f"Considerato che {esce.persona.nome_e_cognome} lascia la commissione, per il motivo che "
        "è agli atti"
    )
    return [*punti, Punto(testo, MOTIVAZIONE)]


def html_sostituzione(contesto: ContestoSostituzione) -> str:
    """The page of the act, to be printed with the sheet of the nomination."""
    return render_to_string("selezioni/pdf/sostituzione.html", {"atto": contesto})
