"""The frozen words of the paper that gives a longer end to an assignment.

It has the shape of a letter of assignment. Source: IC Porto Venere, Regolamento incarichi, art. 7
c. 1; D.Lgs. 165/2001, art. 7 c. 6.
"""

from datetime import date
from textwrap import shorten
from typing import Final

from django.utils import timezone

from cpia.atti.rules import data_estesa
from cpia.scuola.models import Istituto
from selezioni_pon.documents.articoli import Articolo, Punto, dati
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.incarico import ContestoIncarico, persona_detta
from selezioni_pon.documents.parole import OGGETTO_MASSIMO, citata
from selezioni_pon.enums import TipoContratto
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di
from selezioni_pon.queries.incarichi.dichiarato import dichiarato_di
from selezioni_pon.rules.cifre import in_euro
from selezioni_pon.rules.contratti import RINNOVO

TIPO: Final = "proroga_incarico"
MODELLO: Final = "proroga-incarico/1"
TESTATA: Final = "PROROGA DELL’INCARICO"
VERBO: Final = "PROROGA"


def oggetto_proroga(contratto: Contratto) -> str:
    """``Proroga dell’incarico di «tutor», progetto «Competenze di base»``: it names nobody."""
    selezione = avviso_di(contratto).selezione
    testo = f"Proroga dell’incarico di «{selezione.ruolo}», progetto «{selezione.progetto.titolo}»"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")


def contesto_proroga(
    contratto: Contratto, nuova_fine: date, motivo: str, emissione: Emissione
) -> ContestoIncarico:
    """The words of a longer end, while ``contratto.al`` is still the one before."""
    selezione = avviso_di(contratto).selezione
    candidatura = contratto.proposta.candidatura
    tramite = dichiarato_di(candidatura).tramite
    return ContestoIncarico(
        istituto=emissione.intestazione,
        titolo=oggetto_proroga(contratto),
        testata=TESTATA,
        sotto=f"«{selezione.ruolo}», progetto «{selezione.progetto.titolo}»",
        premesse=_premesse(contratto, motivo),
        verbo=VERBO,
        persona=persona_detta(candidatura.persona, tramite),
        articoli=_articoli(contratto, nuova_fine, emissione.istituto),
        firma_chi=tramite or candidatura.persona.nome_e_cognome,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def _premesse(contratto: Contratto, motivo: str) -> tuple[Punto, ...]:
    """The assignment that goes on, and why more time is needed."""
    lettera = TipoContratto(contratto.tipo) is TipoContratto.LETTERA
    detto = "Vista la lettera di incarico" if lettera else "Visto il contratto"
    protocollo = contratto.protocollo
    if protocollo is not None:
        giorno = data_estesa(timezone.localdate(protocollo.registrato_il))
        detto += f", prot. n. {protocollo.numero} del {giorno}"
    return (
        Punto(detto),
        Punto(
            f"Considerato che serve più tempo per completare il progetto: «{motivo.rstrip('.')}»"
        ),
    )


def _articoli(contratto: Contratto, nuova_fine: date, istituto: Istituto) -> tuple[Articolo, ...]:
    return (
        Articolo(
            "Durata",
            dati=dati(
                ("Finiva", data_estesa(contratto.al)), ("Finisce", data_estesa(nuova_fine)),
            ),
            paragrafi=(
                Punto(
                    "Si proroga solo per completare il progetto, per ritardi che non dipendono da "
                    "chi ha l’incarico.",
                    citata(RINNOVO, istituto),
                ),
            ),
        ),
        Articolo(
            "Compenso",
            dati=dati(("Compenso lordo, invariato", in_euro(contratto.compenso))),
            paragrafi=(Punto("Il resto dell’incarico non cambia."),),
        ),
    )  # fmt: skip
