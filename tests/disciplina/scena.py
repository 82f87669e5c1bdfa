"""The three schools with a regulation of discipline, and their parameters in force."""

from datetime import date
from functools import cache

from cpia.norme.profili import profilo
from disciplina.cataloghi import catalogo
from disciplina.rules.parametri import regole_organo, regole_termini

PINOCCHIO = "ic-pinocchio-montesicuro"
PORTO_VENERE = "ic-porto-venere"
NAPOLI = "cpia-napoli-provincia-2"
ISEO = "iis-antonietti"
SCUOLE = (PINOCCHIO, PORTO_VENERE, NAPOLI)
PRIMA = date(2024, 6, 5)
DOPO = date(2026, 6, 3)


@cache
def parametri(slug, giorno=PRIMA):
    return profilo(slug).parametri("", giorno)


def regole(slug, giorno=PRIMA):
    return regole_organo(parametri(slug, giorno))


def termini(slug, giorno=PRIMA):
    return regole_termini(parametri(slug, giorno))


def sanzione(slug, codice):
    return catalogo(slug).sanzione(codice)


def codici(violazioni):
    return [violazione.codice for violazione in violazioni]


def nomi(motivi):
    return [motivo.regola for motivo in motivi]
