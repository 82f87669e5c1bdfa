"""The codes of a call: CUP, CIG, code of the project.

CUP: L. 16 January 2003, n. 3, art. 11; 15 characters (opencup.gov.it). The rule of its last figure
is not published, so only the shape is verified. CIG: L. 13 August 2010, n. 136, art. 3 c. 5; 10
characters with a check that ANAC publishes («Algoritmo di validazione CIG», repository
anticorruzione/npa), for each of the three ways in which they were given out.
"""

import re
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import plurale
from selezioni_pon.enums import FormaCig

CUP: Final = "L. 3/2003, art. 11"
CIG: Final = "L. 136/2010, art. 3 c. 5; ANAC, algoritmo di validazione del CIG"
PROGETTO: Final = "avviso del Ministero che finanzia il progetto"
LUNGHEZZA_CUP: Final = 15
LUNGHEZZA_CIG: Final = 10
LUNGHEZZA_PROGETTO: Final = 60
ALFANUMERICO: Final = re.compile(r"[A-Z0-9]+")
# A letter, the place, a letter, the year, the number: G34D21000910006.
FORMA_CUP: Final = re.compile(r"[A-Z][0-9]{2}[A-Z][0-9]{11}")
FORMA_PROGETTO: Final = re.compile(r"[A-Z0-9]+(?:[.\-_/][A-Z0-9]+)*")
FORME_NOTE: Final = (
    re.compile(r"M[1-7]C[1-9]I[0-9]+(\.[0-9]+)*-[0-9]{4}-[0-9]+-P-[0-9]+"),  # PNRR
    re.compile(r"[0-9]+\.[0-9]+\.[0-9]+[A-Z]?-[A-Z]+PON[A-Z]*-[A-Z]{2}-[0-9]{4}-[0-9]+"),  # PON
    re.compile(r"ES[OF]4\.[0-9]+\.[A-Z0-9]+\.?[A-Z]?-[A-Z]+-[A-Z]{2}-[0-9]{4}-[0-9]+"),  # PN
)
FORME_CIG: Final = {
    FormaCig.SIMOG: re.compile(r"[0-9]{7}[0-9A-F]{3}"),
    FormaCig.PIATTAFORMA: re.compile(r"[A-U][0-9A-F]{9}"),
    FormaCig.SMART: re.compile(r"[X-Z][0-9A-F]{9}"),
}
FATTORE, RESTO, RESTO_SMART = 211, 4091, 251


def pulito(testo: str) -> str:
    """The code as it is kept: no spaces, capital letters."""
    return "".join(testo.split()).upper()


def verifica_cup(testo: str) -> list[Violazione]:
    """What is wrong in a CUP: 15 letters and figures."""
    return _alfanumerico("cup", pulito(testo), LUNGHEZZA_CUP, CUP)


def dubbi_sul_cup(testo: str) -> tuple[Motivo, ...]:
    """What makes look twice at a CUP of the right length: it stops nothing."""
    codice = pulito(testo)
    if verifica_cup(codice) or FORMA_CUP.fullmatch(codice):
        return ()
    detto = (
        f"Il CUP {codice} ha 15 caratteri, ma di solito è una lettera, due cifre, una lettera e "
        "undici cifre, come G34D21000910006: ricontrollalo."
    )
    return (Motivo("forma_insolita", CUP, detto),)


def forma_del_cig(testo: str) -> FormaCig | None:
    """How a CIG was given out, by its shape; None where it has no known one."""
    codice = pulito(testo)
    return next((forma for forma, modello in FORME_CIG.items() if modello.fullmatch(codice)), None)


def verifica_cig(testo: str) -> list[Violazione]:
    """What is wrong in a CIG: its shape, and the check inside it."""
    codice = pulito(testo)
    if violazioni := _alfanumerico("cig", codice, LUNGHEZZA_CIG, CIG):
        return violazioni
    forma = forma_del_cig(codice)
    if forma is None:
        detto = (
            f"Il CIG {codice} non ha una forma nota: sette cifre e tre caratteri da 0 a F, oppure "
            "una lettera diversa da V e W e nove caratteri da 0 a F."
        )
        return [Violazione("cig_forma", detto, CIG, "cig")]
    if _controllo_giusto(codice, forma):
        return []
    detto = f"Il CIG {codice} contiene un errore di scrittura: il suo controllo interno non torna."
    return [Violazione("cig_controllo", detto, CIG, "cig")]


def verifica_codice_progetto(testo: str) -> list[Violazione]:
    """What is wrong in the code of a project: groups of letters and figures, 60 at most."""
    codice = pulito(testo)
    if len(codice) <= LUNGHEZZA_PROGETTO and FORMA_PROGETTO.fullmatch(codice):
        return []
    detto = (
        "Il codice del progetto è fatto di lettere e cifre, divise da punti, trattini o barre, "
        f"al più {LUNGHEZZA_PROGETTO} caratteri: per esempio 13.1.4A-FESRPON-CA-2022-53."
    )
    return [Violazione("codice_progetto", detto, PROGETTO, "codice_progetto")]


def dubbi_sul_progetto(testo: str) -> tuple[Motivo, ...]:
    """What makes look twice at the code of a project: none of the shapes known. Stops nothing."""
    codice = pulito(testo)
    if verifica_codice_progetto(codice) or any(forma.fullmatch(codice) for forma in FORME_NOTE):
        return ()
    detto = f"Il codice {codice} non somiglia a quelli dei progetti PON, PN e PNRR: ricontrollalo."
    return (Motivo("forma_insolita", PROGETTO, detto),)


def _controllo_giusto(codice: str, forma: FormaCig) -> bool:
    if forma is FormaCig.SMART:
        controllo, numero = int(codice[1:3], 16), int(codice[3:], 16)
        return numero != 0 and numero * FATTORE % RESTO_SMART == controllo
    controllo = int(codice[7:], 16)
    if forma is FormaCig.SIMOG:
        numero = int(codice[:7])
        return int(codice[1:7]) != 0 and numero * FATTORE % RESTO == controllo
    lettera = ord(codice[0]) - ord("A") + 1
    return (int(codice[1:7], 16) + lettera) * FATTORE % RESTO == controllo


def _alfanumerico(nome: str, codice: str, lunghezza: int, fonte: str) -> list[Violazione]:
    if len(codice) == lunghezza and ALFANUMERICO.fullmatch(codice):
        return []
    detto = (
        f"Il {nome.upper()} ha {lunghezza} caratteri, solo lettere e cifre: qui "
        f"{plurale(len(codice), 'carattere', 'caratteri', 'non c’è')}."
    )
    return [Violazione(f"{nome}_lunghezza", detto, fonte, nome)]
