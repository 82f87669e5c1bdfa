"""The money of a year: whose it is, how much of it is of the teachers, who says so.

Source: L. 107/2015 art. 1 cc. 126-128; L. 160/2019 art. 1 c. 249, since which the bargaining of
the school decides and the ATA staff takes part. Amounts in euro, exact decimals.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from bonus_merito.enums import Destinatari, FonteRisorse, Lordo
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import decimale

QUOTE: Final = "L. 160/2019, art. 1 c. 249: la parte di ciascuno la dice il contratto integrativo"
AI_DOCENTI: Final = (
    "L. 107/2015, art. 1 c. 128: il bonus sui criteri del Comitato è dei docenti di ruolo"
)
NULLA: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class RegoleFondo:
    """What the norms in force on a day say of the money."""

    fonte: Valore[FonteRisorse]
    destinatari: Valore[Destinatari]
    lordo: Valore[Lordo]


@dataclass(frozen=True, slots=True)
class FondoScritto:
    """The fund as it is written; ``importo`` and ``quota_docenti`` in euro."""

    fonte: FonteRisorse
    importo: Decimal
    quota_docenti: Decimal
    lordo: Lordo
    contratto: str = ""
    articolo: str = ""


def verifica_fondo(fondo: FondoScritto, regole: RegoleFondo) -> list[Violazione]:
    """What speaks against a fund: a part that is too large, a contract that is not named."""
    contro = []
    if fondo.quota_docenti > fondo.importo:
        testo = (
            f"La parte dei docenti, {decimale(fondo.quota_docenti)} euro, supera il fondo di "
            f"{decimale(fondo.importo)} euro."
        )
        contro.append(Violazione("quota_oltre", testo, QUOTE, "quota_docenti"))
    solo_docenti = regole.destinatari.valore is Destinatari.DOCENTI
    if fondo.fonte is FonteRisorse.COMITATO and fondo.quota_docenti < fondo.importo:
        testo = (
            "Con i criteri del Comitato le risorse sono dei soli docenti: la loro parte è l’intero "
            "fondo. Una parte al personale ATA la dà la contrattazione d’istituto."
        )
        contro.append(Violazione("comitato_docenti", testo, AI_DOCENTI, "quota_docenti"))
    elif solo_docenti and fondo.quota_docenti < fondo.importo:
        testo = "Qui le risorse vanno ai soli docenti: la loro parte è l’intero fondo."
        contro.append(Violazione("soli_docenti", testo, regole.destinatari.fonte, "quota_docenti"))
    if fondo.fonte is FonteRisorse.CONTRATTO:
        for campo, che_cosa in (("contratto", "il contratto"), ("articolo", "l’articolo")):
            if not getattr(fondo, campo):
                testo = f"Scrivi {che_cosa} che dice come si usano le risorse."
                contro.append(Violazione(f"senza_{campo}", testo, regole.fonte.fonte, campo))
    return contro


def divisione(fondo: FondoScritto, regole: RegoleFondo) -> list[Motivo]:
    """Why the fund is split as it is, with its sources; what differs from the norm is said."""
    ata = fondo.importo - fondo.quota_docenti
    chi = f"{fondo.contratto}, {fondo.articolo}" if fondo.fonte is FonteRisorse.CONTRATTO else ""
    motivi = [
        Motivo(
            "bonus.destinatari",
            chi or regole.destinatari.fonte,
            f"Ai docenti {decimale(fondo.quota_docenti)} euro, al personale ATA "
            f"{decimale(ata)} euro ({_per_cento(fondo)}).{regole.destinatari.altra_fonte}",
        )
    ]
    if fondo.fonte is not regole.fonte.valore:
        testo = (
            f"Qui decide chi non è indicato dalle regole in vigore, che dicono: "
            f"{regole.fonte.valore.etichetta}."
        )
        motivi.append(Motivo("bonus.fonte", regole.fonte.fonte, testo))
    if fondo.lordo is not regole.lordo.valore:
        testo = f"Gli importi sono al {fondo.lordo.etichetta}, diversamente dalla regola in vigore."
        motivi.append(Motivo("bonus.lordo", regole.lordo.fonte, testo))
    return motivi


def _per_cento(fondo: FondoScritto) -> str:
    if not fondo.importo:
        return "fondo vuoto"
    docenti = Fraction(fondo.quota_docenti) / Fraction(fondo.importo) * 100
    return f"{decimale(docenti)} e {decimale(100 - docenti)} per cento"
