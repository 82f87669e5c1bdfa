"""What is said before a box is opened and before its figures are read aloud."""

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from organi_collegiali.rules.urna.schede import Conteggio

# With so few the figures alone let one guess who voted what.
POCHI = 5
SEGRETEZZA = "D.Lgs. 297/1994, art. 37 c. 4: la votazione è segreta"


def prima_di_aprire(votanti: int, mancano: int) -> list[Motivo]:
    """Why one could wait before closing a box, and what its figures could give away."""
    avvertenze = []
    if mancano:
        quanti = plurale(mancano, "presente non ha", "presenti non hanno")
        testo = (
            f"{quanti} ancora votato. Chiusa l’urna non si vota più: chi non ha votato conta "
            "per il numero legale, non fra i voti."
        )
        avvertenze.append(Motivo("mancano", "", testo))
    if 0 < votanti < POCHI:
        testo = (
            f"{plurale(votanti, 'scheda', 'schede')}: con meno di {POCHI} votanti dalle cifre si "
            "può intuire chi ha votato che cosa, soprattutto da parte di chi ha votato. Se non "
            "basta, annulla e rinvia il punto a quando si è di più."
        )
        avvertenze.append(Motivo("pochi", SEGRETEZZA, testo))
    if votanti:
        testo = (
            "Se tutti hanno votato allo stesso modo, il risultato dirà come ha votato ciascuno: "
            "nessun voto segreto può evitarlo."
        )
        avvertenze.append(Motivo("unanimita_possibile", SEGRETEZZA, testo))
    return avvertenze


def prima_di_proclamare(conteggio: Conteggio) -> list[Motivo]:
    """What the figures of a counted box give away."""
    if not conteggio.unanime:
        return []
    testo = (
        f"Le {conteggio.schede} schede dicono tutte la stessa cosa: chi legge il risultato e i "
        "nomi di chi ha votato sa come ha votato ciascuno. A verbale vanno le cifre, come per "
        "ogni votazione; i nomi dei votanti si leggono solo se qualcuno chiede la verifica."
    )
    return [Motivo("unanimita", SEGRETEZZA, testo)]
