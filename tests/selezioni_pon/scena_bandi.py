"""Calls for the tests: a complete one, with the small grid and the rules that it needs."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from cpia.norme.profili import profilo
from cpia.norme.rules.vigenza import Disposizione, valori_vigenti
from cpia.scuola.parole import ROMA
from selezioni_pon.enums import ChiPropone, Fase, TipoVoce
from selezioni_pon.rules.avviso import Bando, Progetto
from selezioni_pon.rules.griglia.modello import Griglia, Sezione, Voce
from selezioni_pon.rules.offerta import Compenso
from selezioni_pon.rules.regole import regole_da
from selezioni_pon.rules.termine import Finestra, chiusura

OGGI = date(2026, 3, 1)
TITOLO = Voce("1", "Laurea", TipoVoce.SI_NO, punti=Fraction(5))
IDEA = Voce(
    "2", "Qualità del progetto", TipoVoce.DISCREZIONALE, ChiPropone.COMMISSIONE, Fraction(25)
)
PROGETTO = Progetto(
    titolo="Competenze di base",
    finalita="Recupero della matematica",
    attivita="Laboratori pomeridiani",
    prodotti="Un quaderno di esercizi",
    codice="10.2.2A-FSEPON-MA-2017-41",
    cup="G34D21000910006",
    finanziato=True,
)


def griglia(*voci):
    sezione = Sezione("A", "Tabella", "", None, voci)
    return Griglia("prova/esperto", "Esperto", "delibera n. 81, allegato 1", "esperto", (sezione,))


BANDO = Bando(
    fase=Fase.ESTERNI,
    ruolo="esperto",
    progetto=PROGETTO,
    ore=Fraction(30),
    posti=2,
    compenso=Compenso(3000, 7000),
    finestra=Finestra(datetime(2026, 3, 2, 9, tzinfo=ROMA), chiusura(date(2026, 3, 17))),
    dal=date(2026, 4, 1),
    al=date(2026, 6, 30),
    ordine_scolastico="scuola primaria",
    titoli_di_studio="laurea",
    come_si_presenta="dal portale",
    responsabile="la DSGA",
    pagamento="al termine",
    trattamento="ritenuta d’acconto",
    griglia=griglia(TITOLO, IDEA),
)


def bando(**altro):
    return replace(BANDO, **altro)


def regole(slug="iis-antonietti", **scritti):
    """The rules of a school, with what it wrote besides."""
    disposizioni = [
        Disposizione(f"selezioni.{voce}", valore, "Regolamento", "delibera n. 1", "art. 1", OGGI)
        for voce, valore in scritti.items()
    ]
    tutte = [*disposizioni, *profilo(slug).disposizioni]
    return regole_da(valori_vigenti("selezioni.", tutte, OGGI))


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]
