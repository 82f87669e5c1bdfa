"""Who knows little Italian or has no primary certificate: a mediator, more hours.

Source: CPIA Napoli Provincia 2, Linee guida per l’accoglienza, fase 2 (rinforzo, mediatore) and
fase 4 (up to 200 hours more on the first period); D.P.R. 263/2012, art. 4.
"""

from fractions import Fraction
from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Motivo, Violazione
from patto_formativo.enums import Cittadinanza, Percorso
from patto_formativo.rules.crediti.tabella import RegolePercorso
from patto_formativo.rules.fonti import ACCOGLIENZA
from patto_formativo.rules.misure import in_ore

FASE_2: Final = f"{ACCOGLIENZA}, fase 2"
FASE_4: Final = f"{ACCOGLIENZA}, fase 4"


class Sostegno(Voce):
    """What helps who does not yet follow an interview in Italian."""

    RINFORZO = "rinforzo", "percorso di rinforzo dell’italiano"
    MEDIATORE = "mediatore", "mediatore linguistico e culturale"


class PercheOre(Voce):
    """Why the first period may be longer."""

    SENZA_LICENZA = "senza_licenza", "senza la certificazione conclusiva della scuola primaria"
    POCO_ITALIANO = "poco_italiano", "scarsa conoscenza della lingua italiana"


class Padronanza(Voce):
    """How far an interview in Italian is possible, as the tutor sees it."""

    SICURA = "sicura", "capisce e risponde da solo"
    CON_AIUTO = "con_aiuto", "capisce e risponde con qualche aiuto"
    POCA = "poca", "non riesce ancora a seguire il colloquio"


def verifica_ore_in_piu(
    ore: Fraction, motivo: PercheOre | None, regole: RegolePercorso
) -> list[Violazione]:
    """What speaks against more hours: only where the path has them, with one of two reasons."""
    if not ore:
        return []
    if not regole.in_piu:
        percorso = Percorso.PRIMO_PERIODO.etichetta
        testo = f"Le ore in più sono solo del percorso «{percorso}»."
        return [Violazione("senza_ore_in_piu", testo, FASE_4, "ore_in_piu")]
    violazioni = []
    if not 0 < ore <= regole.in_piu:
        testo = f"Le ore in più sono al più {regole.in_piu}."
        violazioni.append(Violazione("troppe_ore_in_piu", testo, FASE_4, "ore_in_piu"))
    if motivo is None:
        testo = "Scegli perché: senza licenza elementare, o con poco italiano."
        violazioni.append(Violazione("ore_senza_motivo", testo, FASE_4, "motivo"))
    return violazioni


def verifica_sostegno(sostegno: Sostegno | None, cittadinanza: Cittadinanza) -> list[Violazione]:
    """What speaks against the help chosen: the mediator is for who comes from abroad."""
    if sostegno is Sostegno.MEDIATORE and cittadinanza is Cittadinanza.ITALIANA:
        testo = "Il mediatore è per i corsisti stranieri: qui serve il percorso di rinforzo."
        return [Violazione("mediatore_italiano", testo, FASE_2, "sostegno")]
    return []


def consiglio(padronanza: Padronanza | None) -> Motivo | None:
    """What the guidelines suggest when the interview is not possible in Italian."""
    if padronanza is not Padronanza.POCA:
        return None
    testo = (
        "Il colloquio in italiano non è ancora possibile: si può proporre un percorso di rinforzo, "
        "o chiamare un mediatore per chi è straniero."
    )
    return Motivo("poco_italiano", FASE_2, testo)


def perche_ore(ore: Fraction, motivo: str, regole: RegolePercorso) -> Motivo:
    """The hours more of a person, with their reason."""
    massimo = in_ore(Fraction(regole.in_piu))
    testo = f"{in_ore(ore)} in più: {motivo}. Il percorso ne ammette fino a {massimo}."
    return Motivo("ore_in_piu", FASE_4, testo)
