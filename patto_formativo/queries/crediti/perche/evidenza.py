"""Why a piece of evidence gives so much: what it asks, what cut it, what was given before."""

from collections.abc import Iterable
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import data_estesa, giorno_e_ora
from patto_formativo.queries.crediti.conto import ContoCrediti
from patto_formativo.queries.crediti.perche.comuni import Spiegazione
from patto_formativo.queries.crediti.righe import Contata
from patto_formativo.queries.precedenti import precedenti
from patto_formativo.rules.crediti.parole import NOMI
from patto_formativo.rules.crediti.spiegazione import perche
from patto_formativo.rules.misure import NULLA, in_cifre, in_ore
from patto_formativo.tabelle import voci


def dell_evidenza(conto: ContoCrediti, riga: Contata) -> Spiegazione:
    """The hours of one piece of evidence, beside those given before to the like."""
    evidenza = riga.evidenza
    return Spiegazione(
        titolo=f"Perché {in_ore(riga.riconosciute)}?",
        risposta=_risposta(riga),
        numeri=tuple(_numeri(conto, riga)),
        conto=tuple(_conto(riga)),
        regole=tuple(_regole(conto, riga)),
        precedenti=tuple(precedenti(evidenza, conto.corsista)),
        evidenza=riga,
    )


def _risposta(riga: Contata) -> str:
    if riga.esclusa is not None:
        return riga.esclusa.testo
    chieste = f"Chieste {in_ore(riga.chieste)}, riconosciute {in_ore(riga.riconosciute)}."
    return f"{chieste} {riga.tagli.quanto} {riga.tagli.perche}" if riga.tagli else chieste


def _numeri(conto: ContoCrediti, riga: Contata) -> Iterable[tuple[str, str]]:
    evidenza, testi = riga.evidenza, voci(conto.percorso)
    if evidenza.ore_attivita is not None:
        yield "ore di attività", in_cifre(Fraction(evidenza.ore_attivita))
    for codice in riga.competenze:
        previste = in_ore(conto.ore.get(codice, NULLA))
        yield f"{codice}. {testi[codice].testo if codice in testi else ''}", previste
    if evidenza.rilasciata_il is not None:
        yield "data", data_estesa(evidenza.rilasciata_il)
    if evidenza.valutata_il is not None:
        come = f"{evidenza.get_prova_display()}, {giorno_e_ora(evidenza.valutata_il)}"
        yield f"accertata con {come}", evidenza.get_esito_display()


def _conto(riga: Contata) -> Iterable[str]:
    for contributo in riga.contributi:
        passi = [f"{contributo.competenza}: {in_cifre(contributo.chieste)}"]
        passi += [f"{in_cifre(t.a)} ({NOMI[t.regola]})" for t in contributo.tagli]
        yield " → ".join(passi)


def _regole(conto: ContoCrediti, riga: Contata) -> Iterable[Motivo]:
    if riga.esclusa is not None and riga.esclusa.fonte:
        yield riga.esclusa
    tutti = perche(
        conto.riconoscimento, percorso=conto.percorso, ore=dict(conto.ore), tabella=conto.tabella
    )
    chiave, titolo = str(riga.evidenza.pk), riga.evidenza.titolo
    for motivo in tutti:
        if motivo.testo.startswith(f"{chiave}, "):
            testo = f"«{titolo}»{motivo.testo.removeprefix(chiave)}"
            yield Motivo(motivo.regola, motivo.fonte, testo)
