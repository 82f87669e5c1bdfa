"""The cuts of a piece of evidence in words, as who decides reads them beside the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cpia.scuola.parole import con_maiuscola, elenco, plurale
from patto_formativo.enums import Percorso
from patto_formativo.rules.crediti.calcolo import (
    Contributo,
    DelLivello,
    Taglio,
    Tetto,
    crediti_di,
)
from patto_formativo.rules.crediti.tabella import Riga, Tabella, TettoRiga
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore

NOMI = {
    Tetto.RIGA: "tetto della riga",
    Tetto.COMPETENZA: "tetto della competenza",
    Tetto.PERCORSO: "tetto del percorso",
}

SEMPLICI = {
    Tetto.RIGA: "Per questo tipo di documento non si riconoscono altre ore.",
    Tetto.COMPETENZA: "È già riconosciuto con un altro documento.",
    Tetto.PERCORSO: "Hai già il massimo delle ore.",
}


@dataclass(frozen=True, slots=True)
class Detto:
    """How much was cut off a piece of evidence, and by what."""

    quanto: str
    perche: str


@dataclass(frozen=True, slots=True)
class Quadro:
    """What the words need beside the figures."""

    percorso: Percorso
    ore: Mapping[str, Fraction]
    tabella: Tabella
    livello: DelLivello | None = None

    @property
    def tetto(self) -> Fraction:
        """Hours of credit that the path gives at most."""
        return self.tabella.percorsi[self.percorso].tetto


def regola_in_breve(riga: Riga, quadro: Quadro) -> str:
    """``formale; 70 % di C1-C6``: the nature of a row and what it gives on this path."""
    return f"{riga.natura.etichetta}; {_limiti(riga, quadro)}"


def _limiti(riga: Riga, quadro: Quadro) -> str:
    ambiti = riga.percorsi.get(quadro.percorso, ())
    if not ambiti:
        return "nessun credito in questo percorso"
    if riga.crediti is not None:
        ogni = quadro.tabella.unita.ore_di_attivita
        return f"1 credito ogni {ogni} ore, al massimo {riga.crediti}"
    return "; ".join(_limite(ambito.competenze, ambito.tetto, quadro) for ambito in ambiti)


def _limite(competenze: frozenset[str], tetto: TettoRiga, quadro: Quadro) -> str:
    if tetto.quota is not None:
        quanto = f"{in_cifre(tetto.quota * 100)} %"
    else:
        quanto = f"fino a {in_ore(tetto.ore or NULLA)}"
    tutte = quadro.tabella.competenze[quadro.percorso]
    if len(competenze) == len(tutte):
        return f"{quanto} delle competenze coerenti"
    dentro = [codice for codice in tutte if codice in competenze]
    return f"{quanto} di {dentro[0]}" + (f"–{dentro[-1]}" if len(dentro) > 1 else "")


def tagli_detti(contributi: Sequence[Contributo], quadro: Quadro) -> Detto | None:
    """The cuts of one piece of evidence; None when nothing was cut."""
    per_regola = {
        regola: [t for c in contributi for t in c.tagli if t.regola == regola] for regola in Tetto
    }
    presenti = {regola: tagli for regola, tagli in per_regola.items() if tagli}
    if not presenti:
        return None
    tolte = sum((t.da - t.a for tagli in presenti.values() for t in tagli), NULLA)
    chieste = sum((c.chieste for c in contributi), NULLA)
    quanto = f"{_tagliate(tolte)}{f' su {in_cifre(chieste)}' if tolte == chieste else ''}"
    if len(presenti) == 1:
        [(regola, tagli)] = presenti.items()
        perche = con_maiuscola(_perche(regola, tagli, contributi, quadro))
        return Detto(f"{quanto}: {NOMI[regola]}.", perche)
    frasi = [
        f"{con_maiuscola(NOMI[regola])}: {_perche(regola, tagli, contributi, quadro)}"
        for regola, tagli in presenti.items()
    ]
    return Detto(f"{quanto}.", " ".join(frasi))


def non_aggiunge(contributi: Sequence[Contributo]) -> str:
    """Why a piece of evidence gives nothing, for whose it is: one short sentence."""
    tagli = [taglio for contributo in contributi for taglio in contributo.tagli]
    if not tagli:
        return ""
    return SEMPLICI[tagli[-1].regola]


def _tagliate(tolte: Fraction) -> str:
    return f"Tagliata {in_ore(tolte)}" if tolte == 1 else f"Tagliate {in_ore(tolte)}"


def _perche(
    regola: Tetto, tagli: Sequence[Taglio], contributi: Sequence[Contributo], quadro: Quadro
) -> str:
    match regola:
        case Tetto.RIGA:
            return _della_riga(tagli, contributi, quadro)
        case Tetto.COMPETENZA:
            return _della_competenza(tagli, quadro.ore)
    libere = tagli[0].a
    if not libere:
        return f"il tetto di {in_ore(quadro.tetto)} era già raggiunto."
    verbo = "era libera" if libere == 1 else "erano libere"
    return f"{verbo} {in_ore(libere)} su {in_cifre(quadro.tetto)}."


def _della_riga(tagli: Sequence[Taglio], contributi: Sequence[Contributo], quadro: Quadro) -> str:
    evidenza = contributi[0].evidenza
    riga = quadro.tabella.righe[evidenza.tipo]
    fuori = [t.competenza for t in tagli if riga.tetto(quadro.percorso, t.competenza) is None]
    if fuori:
        return f"la riga non comprende {elenco(fuori)}."
    if riga.crediti is not None:
        return _dei_crediti(contributi[0], tagli[0], riga, quadro.tabella)
    tetti = [riga.tetto(quadro.percorso, t.competenza) for t in tagli]
    quote = {tetto.quota for tetto in tetti if tetto is not None and tetto.quota is not None}
    if quadro.livello is not None and evidenza.tipo in quadro.livello.tipi:
        return _del_livello(tagli, _ore(tetti), quadro.livello)
    if not quote:
        return f"la riga dà fino a {in_ore(_ore(tetti))} in tutto il dossier."
    quanto = " o al ".join(f"{in_cifre(quota * 100)} %" for quota in sorted(quote))
    conti = ", ".join(f"{in_cifre(t.a)} su {in_cifre(quadro.ore[t.competenza])}" for t in tagli)
    dove = f"di {tagli[0].competenza}" if len(tagli) == 1 else "di ciascuna competenza"
    usata = any(
        tetto is not None
        and tetto.quota is not None
        and t.a < tetto.quota * quadro.ore[t.competenza]
        for t, tetto in zip(tagli, tetti, strict=True)
    )
    altre = "; il resto è già di un’evidenza dello stesso tipo" if usata else ""
    return f"la riga dà fino al {quanto} {dove}: {conti}{altre}."


def _del_livello(tagli: Sequence[Taglio], ore: Fraction, livello: DelLivello) -> str:
    dette = ", ".join(
        f"{t.competenza} {in_cifre(livello.ore.get(t.competenza, NULLA))}" for t in tagli
    )
    usata = any(t.a < livello.ore.get(t.competenza, NULLA) for t in tagli)
    altre = "; il resto è già di altre evidenze" if usata else ""
    return f"la riga dà fino a {in_ore(ore)}, le sole del livello A1: {dette}{altre}."


def _ore(tetti: Sequence[TettoRiga | None]) -> Fraction:
    return next((tetto.ore for tetto in tetti if tetto is not None and tetto.ore), NULLA)


def _dei_crediti(contributo: Contributo, taglio: Taglio, riga: Riga, tabella: Tabella) -> str:
    evidenza, unita = contributo.evidenza, tabella.unita
    dati = crediti_di(evidenza, tabella)
    contano = taglio.a / unita.ore_di_credito if unita.ore_di_credito else NULLA
    ore = in_ore(evidenza.ore_attivita or NULLA)
    testo = f"{ore} danno {plurale(dati, 'credito', 'crediti')}, "
    ne_conta = f"ne conta{'' if contano == 1 else 'no'} {in_cifre(contano)}"
    testo += ne_conta if contano else "non ne conta nessuno"
    gia = (riga.crediti or 0) - contano
    return f"{testo}." if not gia else f"{testo}: {in_cifre(gia)} sono già di altre evidenze."


def _della_competenza(tagli: Sequence[Taglio], ore: Mapping[str, Fraction]) -> str:
    intere = [t.competenza for t in tagli if not t.a]
    frasi = []
    if intere:
        verbo = "è già riconosciuta" if len(intere) == 1 else "sono già riconosciute"
        frasi.append(f"{elenco(intere)} {verbo} per intero da quello che precede")
    frasi += [_restava(taglio, ore) for taglio in tagli if taglio.a]
    return f"{'; '.join(frasi)}."


def _restava(taglio: Taglio, ore: Mapping[str, Fraction]) -> str:
    verbo = "restava" if taglio.a == 1 else "restavano"
    di_quante = in_cifre(ore[taglio.competenza])
    return f"di {taglio.competenza} {verbo} {in_ore(taglio.a)} su {di_quante}"
