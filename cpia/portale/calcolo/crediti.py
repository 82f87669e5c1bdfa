"""The kind ``crediti``: hours recognised to an adult out of a dossier, and the plan left."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from functools import partial

from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.numeri import esatto
from patto_formativo.enums import Natura, Percorso, TipoEvidenza
from patto_formativo.rules.crediti import Evidenza, Riconoscimento, Taglio, riconosci
from patto_formativo.rules.crediti.spiegazione import perche, perche_psp
from patto_formativo.rules.misure import in_cifre
from patto_formativo.tabelle import tabella

Risposta = dict[str, object]
Ore = Mapping[str, Fraction]


def prepara(campi: Campi) -> Callable[[], Risposta]:
    """Read the request, noting its faults, and return what will answer it.

    Source: CPIA Napoli Provincia 2, Linee guida per il riconoscimento dei crediti; D.P.R. 263/2012.
    """
    percorso = campi.scelta("percorso", Percorso, "il percorso")
    totali, accoglienza = campi.decimale("ore_totali"), campi.decimale("ore_accoglienza")
    _ore_del_percorso(campi, percorso, totali, accoglienza)
    ore = campi.decimali("ore")
    _solo_del_percorso(campi, "ore", ore, percorso)
    evidenze = list(_evidenze(campi, percorso, ore))
    campi.fine()
    return partial(_risposta, percorso, totali, accoglienza, ore, evidenze)


def _ore_del_percorso(
    campi: Campi, percorso: Percorso, totali: Fraction, accoglienza: Fraction
) -> None:
    regole = tabella().percorsi[percorso]
    massimo = regole.ore + regole.in_piu
    if totali > massimo:
        campi.guasto("ore_totali", f"il percorso ha al più {massimo} ore, non {in_cifre(totali)}")
    elif accoglienza > totali:
        testo = f"l’accoglienza, {in_cifre(accoglienza)} ore, supera il percorso"
        campi.guasto("ore_accoglienza", f"{testo}, {in_cifre(totali)} ore")


def _solo_del_percorso(campi: Campi, chiave: str, ore: Ore, percorso: Percorso) -> None:
    ammesse = tabella().competenze[percorso]
    for codice in ore:
        if codice not in ammesse:
            testo = f"la competenza {codice} non è del percorso: {ammesse[0]} … {ammesse[-1]}"
            campi.guasto(chiave, testo)


def _evidenze(campi: Campi, percorso: Percorso, ore: Ore) -> Iterator[Evidenza]:
    viste: dict[str, str] = {}
    for riga in campi.oggetti("evidenze"):
        nome = riga.testo("id")
        if nome and viste.setdefault(nome, riga.percorso) != riga.percorso:
            riga.guasto("id", f"{nome} c’è già ({viste[nome]}): ogni evidenza ha il suo nome")
        tipo = riga.scelta("tipo", TipoEvidenza, "il tipo di evidenza")
        yield (
            _a_ore_di_attivita(riga, nome, tipo, percorso, ore)
            if _a_crediti(tipo)
            else _a_richieste(riga, nome, tipo, percorso, ore)
        )
        riga.fine()


def _a_crediti(tipo: TipoEvidenza) -> bool:
    return tabella().righe[tipo].natura != Natura.FORMALE


def _a_ore_di_attivita(
    riga: Campi, nome: str, tipo: TipoEvidenza, percorso: Percorso, ore: Ore
) -> Evidenza:
    attivita, competenza = riga.decimale("ore_attivita"), riga.testo("competenza")
    if competenza:
        _con_le_sue_ore(riga, "competenza", [competenza], percorso, ore)
    return Evidenza(nome, tipo, ore_attivita=attivita, competenza=competenza)


def _a_richieste(
    riga: Campi, nome: str, tipo: TipoEvidenza, percorso: Percorso, ore: Ore
) -> Evidenza:
    richieste = riga.decimali("richieste")
    _con_le_sue_ore(riga, "richieste", richieste, percorso, ore)
    return Evidenza(nome, tipo, richieste)


def _con_le_sue_ore(
    riga: Campi, chiave: str, codici: "Ore | list[str]", percorso: Percorso, ore: Ore
) -> None:
    for codice in codici:
        if codice not in tabella().competenze[percorso]:
            riga.guasto(chiave, f"la competenza {codice} non è del percorso")
        elif codice not in ore:
            riga.guasto(chiave, f"di {codice} mancano le ore, in «ore»")


def _risposta(
    percorso: Percorso,
    totali: Fraction,
    accoglienza: Fraction,
    ore: dict[str, Fraction],
    evidenze: list[Evidenza],
) -> Risposta:
    esito = riconosci(evidenze, percorso=percorso, ore=ore, tabella=tabella())
    motivi = [
        *perche(esito, percorso=percorso, ore=ore, tabella=tabella()),
        perche_psp(esito, totali, accoglienza, tabella().percorsi[percorso]),
    ]
    return {
        "competenze": _per_competenza(esito, tabella().competenze[percorso]),
        "ore_crediti": esatto(esito.ore),
        "ore_psp": esatto(esito.ore_psp(totali, accoglienza)),
        "tagli": [_taglio(taglio) for taglio in esito.tagli],
        "perche": [asdict(motivo) for motivo in motivi],
    }


def _per_competenza(esito: Riconoscimento, ordine: Sequence[str]) -> dict[str, str]:
    ore = esito.per_competenza
    return {codice: esatto(ore[codice]) for codice in ordine if codice in ore}


def _taglio(taglio: Taglio) -> Risposta:
    return {
        "evidenza": taglio.evidenza,
        "regola": taglio.regola,
        "da": esatto(taglio.da),
        "a": esatto(taglio.a),
    }
