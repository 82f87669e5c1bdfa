"""The judgement of the regulations: terms, calendar, parameters. Pure: no Django, no clock."""

from cpia.norme.rules.anno import (
    AnnoScolastico,
    AnnoScolasticoNonValido,
    anno_scolastico,
    da_etichetta,
)
from cpia.norme.rules.calendario import Calendario, Chiusura, Pausa, festivita, festivo
from cpia.norme.rules.catalogo import CHIAVI, ChiaveSconosciuta, chiave_nota
from cpia.norme.rules.chiave import Chiave
from cpia.norme.rules.computo import Termine, TermineNonValido
from cpia.norme.rules.misure import Durata, GiornoMese, data_in_lettere
from cpia.norme.rules.motivi import Motivo
from cpia.norme.rules.parametri import Contenuto, Valore, ValoreNonValido, interpreta
from cpia.norme.rules.profilo import (
    IstitutoProfilo,
    ParametroProfilo,
    Profilo,
    RegolamentoProfilo,
    SedeProfilo,
    calendario_da,
)
from cpia.norme.rules.secondo import durata_di, entro_secondo, prima_di_secondo
from cpia.norme.rules.termini import (
    entro,
    prima_di,
    scadenza,
    scadenza_lavorativa,
    scadenza_mesi,
    ultimo_giorno_lavorativo_utile,
    ultimo_giorno_utile,
)
from cpia.norme.rules.vigenza import Disposizione, valore_vigente, valori_vigenti

__all__ = [
    "CHIAVI",
    "AnnoScolastico",
    "AnnoScolasticoNonValido",
    "Calendario",
    "Chiave",
    "ChiaveSconosciuta",
    "Chiusura",
    "Contenuto",
    "Disposizione",
    "Durata",
    "GiornoMese",
    "IstitutoProfilo",
    "Motivo",
    "ParametroProfilo",
    "Pausa",
    "Profilo",
    "RegolamentoProfilo",
    "SedeProfilo",
    "Termine",
    "TermineNonValido",
    "Valore",
    "ValoreNonValido",
    "anno_scolastico",
    "calendario_da",
    "chiave_nota",
    "da_etichetta",
    "data_in_lettere",
    "durata_di",
    "entro",
    "entro_secondo",
    "festivita",
    "festivo",
    "interpreta",
    "prima_di",
    "prima_di_secondo",
    "scadenza",
    "scadenza_lavorativa",
    "scadenza_mesi",
    "ultimo_giorno_lavorativo_utile",
    "ultimo_giorno_utile",
    "valore_vigente",
    "valori_vigenti",
]
