"""Why a score is what it is: each item, each section that cut, each doubtful cap, the total."""

from collections.abc import Iterator

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import elenco
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.modello import Griglia, Sezione
from selezioni_pon.rules.griglia.punteggio import Punteggio, PuntiSezione


def perche(griglia: Griglia, punteggio: Punteggio) -> tuple[Motivo, ...]:
    """One sentence for each item of which there is a title, then the sections, then the total.

    A section is told where its cap cut, or would have cut in the other reading of the source.
    """
    voci = (motivo for voce in punteggio.voci for motivo in voce.motivi)
    sezioni = (motivo for sezione in punteggio.sezioni for motivo in _sezione(griglia, sezione))
    return (*voci, *sezioni, _totale(griglia, punteggio))


def letture(sezione: Sezione) -> str:
    """What else the source writes of the cap of a section, and why this reading; or nothing."""
    if not sezione.altre_letture:
        return ""
    altre = elenco(in_punti(lettura.tetto) for lettura in sezione.altre_letture)
    return f"La fonte scrive anche {altre}. {sezione.perche_questa}"


def _sezione(griglia: Griglia, punti: PuntiSezione) -> Iterator[Motivo]:
    sezione = punti.sezione
    altre = [una for una in sezione.altre_letture if una.tetto < punti.lordi]
    if not (punti.tagliato or altre):
        return
    testo = f"Sezione {sezione.sigla}: le voci fanno {in_punti(punti.lordi)}"
    if punti.tetto is not None:
        testo += f" e il massimo è {in_cifre(punti.tetto)}: {in_punti(punti.punti)}"
    fonti = [f"{griglia.fonte}, sezione {sezione.sigla}", *(una.fonte for una in altre)]
    testo = f"{testo}. {letture(sezione) if altre else ''}".strip()
    yield Motivo("tetto_sezione", "; ".join(fonti), testo)


def _totale(griglia: Griglia, punteggio: Punteggio) -> Motivo:
    addendi = [
        f"{in_cifre(sezione.punti)} ({sezione.sezione.sigla})" for sezione in punteggio.sezioni
    ]
    somma = f" = {' + '.join(addendi)}" if len(addendi) > 1 else ""
    return Motivo("totale", griglia.fonte, f"Totale: {in_punti(punteggio.totale)}{somma}.")
