"""How a value is said by a person: «15 giorni», «un terzo», «26 settembre», «sì»."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cpia.norme.rules.catalogo import chiave_nota
from cpia.norme.rules.misure import MESI, GiornoMese
from cpia.norme.rules.parametri import Contenuto, ValoreNonValido

GIORNI: Final = ("giorno", "giorni")
ANNI: Final = ("anno scolastico", "anni scolastici")
COMPONENTI: Final = ("componente", "componenti")
BAMBINI: Final = ("bambino", "bambini")
# The noun of a number, by the end of its key.
NOMI: Final[Mapping[str, tuple[str, str]]] = {
    "albo.giorni": GIORNI,
    "competenze.minimo_valutazioni": ("valutazione", "valutazioni"),
    "competenze.giorni_prima_scrutinio": GIORNI,
    "competenze.anticipi_promemoria": GIORNI,
    "sedute.anticipi_promemoria": GIORNI,
    "sedute.verbale_entro": GIORNI,
    "sedute.anticipo_mandati": GIORNI,
    "patto.mesi_silenzio": ("mese", "mesi"),
    "patto.ore_di_credito": ("ora", "ore"),
    **dict.fromkeys(
        (
            "patto.attesa_avviso",
            "patto.verifica_entro",
            "patto.domanda_entro",
            "patto.termine_permesso",
            "patto.preavviso_permesso",
            "patto.ricontrollo_ricevuta",
            "patto.prossimo_incontro_entro",
            "patto.dossier_entro",
            "patto.sezione_entro",
            "patto.firma_entro",
            "patto.anticipi_promemoria",
        ),
        GIORNI,
    ),
    "competenze.anticipo_certificazione": GIORNI,
    "disciplina.ricorso_giorni": GIORNI,
    "disciplina.decisione_giorni": GIORNI,
    "disciplina.irrogazione_giorni": GIORNI,
    "disciplina.difesa_giorni": GIORNI,
    "disciplina.comunicazione_giorni": GIORNI,
    "disciplina.reclamo_giorni": GIORNI,
    "disciplina.soli_docenti_fino_a": GIORNI,
    "disciplina.parole_motivazione": ("parola", "parole"),
    "disciplina.conservazione_anni": ANNI,
    "disciplina.soglia_statistiche": ("caso", "casi"),
    "quorum.minimo": ("presente", "presenti"),
    "aggiornamento.minuti": ("minuto", "minuti"),
    "decadenza.assenze": ("assenza", "assenze"),
    "mandato.anni": ANNI,
    **dict.fromkeys(
        (
            "selezioni.avviso_interni",
            "selezioni.avviso_altre_scuole",
            "selezioni.avviso_esterni",
            "selezioni.reclamo_giorni",
            "selezioni.reclamo_scelte",
            "selezioni.reclamo_decisione",
            "selezioni.integrazione_giorni",
            "selezioni.anticipi_promemoria",
        ),
        GIORNI,
    ),
    "selezioni.albo_esperti_anni": ANNI,
    "selezioni.commissione_minimo": COMPONENTI,
    "selezioni.funzioni.membri": COMPONENTI,
    "selezioni.funzioni.supplenti": ("supplente", "supplenti"),
    "selezioni.funzioni.anni": ("anno", "anni"),
    "selezioni.funzioni.durata": ANNI,
    "selezioni.funzioni.sottogruppo": ("docente", "docenti"),
    "infanzia.soglia_lista": ("domanda", "domande"),
    "infanzia.posti": BAMBINI,
    "infanzia.posti_estremi": BAMBINI,
    "infanzia.anticipi_ammessi": BAMBINI,
    "infanzia.anticipi_frequentanti": BAMBINI,
    "infanzia.anticipi_iscritti": ("iscritto", "iscritti"),
}
FISSI: Final = {None: "nessuno", True: "sì", False: "no"}
PARTI: Final = {
    Fraction(1): "l’intero",
    Fraction(1, 2): "la metà (1/2)",
    Fraction(1, 3): "un terzo (1/3)",
    Fraction(1, 4): "un quarto (1/4)",
    Fraction(2, 3): "due terzi (2/3)",
    Fraction(3, 4): "tre quarti (3/4)",
    Fraction(1, 5): "un quinto (1/5)",
    Fraction(7, 10): "il 70 per cento (7/10)",
}


def dire(chiave: str, valore: Contenuto) -> str:
    """The value of a parameter in words, with its unit. Raises ChiaveSconosciuta."""
    scelte = chiave_nota(chiave).scelte
    match valore:
        case None | True | False:
            return FISSI[valore]
        case str():
            return scelte.get(valore, valore)
        case int() | Decimal():
            return _con_nome(chiave, (valore,))
        case tuple():
            return _con_nome(chiave, valore)
        case _:
            return _misura(valore)


def dire_testo(chiave: str, testo: str) -> str:
    """The words for a value as it is stored; what its type cannot read is repeated as it is."""
    try:
        return dire(chiave, chiave_nota(chiave).leggi(testo))
    except ValoreNonValido:
        return f"«{testo}»"


def _misura(valore: Contenuto) -> str:
    if isinstance(valore, GiornoMese):
        numero = "1º" if valore.giorno == 1 else str(valore.giorno)
        return f"{numero} {MESI[valore.mese - 1]}"
    if isinstance(valore, Fraction):
        return PARTI.get(valore, f"{valore.numerator}/{valore.denominator}")
    return str(valore)


def _con_nome(chiave: str, numeri: tuple[int | Decimal, ...]) -> str:
    """``7, 3 e 1 giorni``, ``1,5 ore``."""
    *primi, ultimo = (str(numero).replace(".", ",") for numero in numeri)
    detti = f"{', '.join(primi)} e {ultimo}" if primi else ultimo
    nomi = next((nomi for coda, nomi in NOMI.items() if chiave.endswith(coda)), None)
    if nomi is None:
        return detti
    return f"{detti} {nomi[0] if numeri == (1,) else nomi[1]}"
