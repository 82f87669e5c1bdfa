"""Why a dossier gives so many hours: one sentence for each request, then caps and plan."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo
from patto_formativo.enums import Percorso
from patto_formativo.rules.crediti.calcolo import (
    Contributo,
    Riconoscimento,
    Taglio,
    Tetto,
    crediti_di,
)
from patto_formativo.rules.crediti.tabella import RegolePercorso, Riga, Tabella
from patto_formativo.rules.fonti import IDA, PROGRAMMAZIONE
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore

PSP: Final = f"{IDA}; {PROGRAMMAZIONE}, § 3.2"


def perche(
    esito: Riconoscimento, *, percorso: Percorso, ore: dict[str, Fraction], tabella: Tabella
) -> Iterator[Motivo]:
    """The reasons of every request of the dossier, in its order, then that of the cap."""
    regole = tabella.percorsi[percorso]
    for contributo in esito.contributi:
        riga = tabella.righe[contributo.evidenza.tipo]
        yield _riconosciuto(contributo, riga, tabella)
        for taglio in contributo.tagli:
            yield _tagliato(taglio, riga, regole, ore[contributo.competenza])
    yield _tetto(esito, regole)


def perche_psp(
    esito: Riconoscimento, ore_totali: Fraction, accoglienza: Fraction, regole: RegolePercorso
) -> Motivo:
    """The equation of the personalised plan."""
    psp = esito.ore_psp(ore_totali, accoglienza)
    testo = (
        f"Piano di studio personalizzato: {in_ore(ore_totali)} del percorso − "
        f"{in_ore(accoglienza)} di accoglienza − {in_ore(esito.ore)} di crediti = {in_ore(psp)}."
    )
    if accoglienza > regole.accoglienza:
        testo += f" L’accoglienza dura al più {in_ore(Fraction(regole.accoglienza))}."
    return Motivo("ore_psp", PSP, testo)


def _riconosciuto(contributo: Contributo, riga: Riga, tabella: Tabella) -> Motivo:
    evidenza = contributo.evidenza
    testo = (
        f"{evidenza.id}, {evidenza.tipo.etichetta}: in {contributo.competenza} "
        f"{_chieste(contributo, tabella)}, riconosciute {in_ore(contributo.riconosciute)}."
    )
    fonte = f"{riga.fonte}: {riga.detto}"
    contrasto = f" Altra fonte: {riga.in_contrasto_con}." if riga.in_contrasto_con else ""
    return Motivo("riga", fonte, testo + contrasto)


def _chieste(contributo: Contributo, tabella: Tabella) -> str:
    evidenza = contributo.evidenza
    if evidenza.ore_attivita is None:
        return f"chieste {in_ore(contributo.chieste)}"
    unita = tabella.unita
    return (
        f"{in_ore(evidenza.ore_attivita)} di attività sono {crediti_di(evidenza, tabella)} crediti "
        f"(uno ogni {unita.ore_di_attivita} ore intere, ciascuno di "
        f"{in_ore(unita.ore_di_credito)}: {unita.da_verificare}), chieste "
        f"{in_ore(contributo.chieste)}"
    )


def _tagliato(taglio: Taglio, riga: Riga, regole: RegolePercorso, ore: Fraction) -> Motivo:
    differenza = f"da {in_ore(taglio.da)} a {in_ore(taglio.a)}"
    match taglio.regola:
        case Tetto.RIGA:
            fonte, limite = f"{riga.fonte}: {riga.detto}", _limite(riga, regole.percorso, taglio)
        case Tetto.COMPETENZA:
            fonte = riga.fonte
            limite = f"di {taglio.competenza} ({in_ore(ore)}) restano {in_ore(taglio.a)}"
        case Tetto.PERCORSO:
            fonte = regole.fonte_tetto
            limite = f"dei crediti del percorso ({in_ore(regole.tetto)}) restano {in_ore(taglio.a)}"
    return Motivo(
        taglio.regola, fonte, f"{taglio.evidenza}, {taglio.competenza}: {differenza}, {limite}."
    )


def _limite(riga: Riga, percorso: Percorso, taglio: Taglio) -> str:
    tetto = riga.tetto(percorso, taglio.competenza)
    if tetto is None:
        return f"la riga non comprende {taglio.competenza}"
    if tetto.quota is not None:
        return f"la riga dà fino al {in_cifre(tetto.quota * 100)} per cento della competenza"
    if riga.crediti is not None:
        return f"la riga dà fino a {riga.crediti} crediti in tutto il dossier"
    return f"la riga dà fino a {in_ore(tetto.ore or NULLA)} in tutto il dossier"


def _tetto(esito: Riconoscimento, regole: RegolePercorso) -> Motivo:
    contrasto = f" Altra fonte: {regole.altre_fonti}." if regole.altre_fonti else ""
    testo = (
        f"Crediti riconosciuti {in_ore(esito.ore)} su {in_ore(regole.tetto)} al più: "
        f"{regole.come}.{contrasto}"
    )
    return Motivo("tetto", regole.fonte_tetto, testo)
