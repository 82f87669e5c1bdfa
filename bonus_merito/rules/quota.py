"""How the amount of one person is reached, told without what concerns the others.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, art. 6.
"""

from fractions import Fraction

from bonus_merito.enums import FasciaVuota, Metodo
from bonus_merito.rules.misure import in_cifre, in_euro
from bonus_merito.rules.quadro import Esito, Quadro
from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale


def perche_importo(
    esito: Esito, quadro: Quadro, regole: RegoleBonus, parita: str = ""
) -> Motivo | None:
    """Why so much; None for who has no band, of whom other reasons say it.

    ``parita`` is the reason with which the dirigente has settled a tie across the cut.
    """
    if esito.fascia is None or esito.escluso is not None:
        return None
    esatta = quadro.riparto.esatte.get(esito.docente.id)
    if esatta is None:
        testo = (
            f"La percentuale raggiunge la fascia {regole.fasce.intervallo(esito.fascia)}, ma i "
            f"beneficiari sono al più {quadro.limiti.massimo}: {_taglio(esito, quadro, parita)}."
        )
        return Motivo("taglio", regole.massimo.fonte, testo)
    metodo = regole.riparto.metodo
    come, fonte = _come(esito, quadro, regole)
    testo = (
        f"{in_euro(quadro.fondo)}, {metodo.valore.etichetta}: {come}. Importo: "
        f"{in_euro(esito.importo or 0)}{_centesimo(esito, esatta)}."
    )
    return Motivo("importo", fonte, testo)


def _taglio(esito: Esito, quadro: Quadro, parita: str) -> str:
    """Why not this one: others have more, or as much and the dirigente has chosen."""
    if all(b.percentuale > esito.percentuale for b in quadro.beneficiari):
        return "restano le percentuali più alte"
    ragione = f", con questa ragione: «{parita}»" if parita else ", con la sua ragione"
    return (
        f"la percentuale è pari all’ultima che resta, e fra i pari ha deciso il dirigente{ragione}"
    )


def _come(esito: Esito, quadro: Quadro, regole: RegoleBonus) -> tuple[str, str]:
    riparto, fascia = regole.riparto, esito.fascia or 0
    fonte = riparto.metodo.fonte
    if riparto.metodo.valore is Metodo.QUOTE_UGUALI:
        return _quote_uguali(fascia, quadro, regole)
    if riparto.metodo.valore is Metodo.PESO:
        testo = f"la fascia {regole.fasce.intervallo(fascia)} pesa {riparto.peso(fascia)} a testa"
        if not _in_pochi(quadro, regole):
            somma = sum(riparto.peso(b.fascia) for b in quadro.beneficiari)
            testo += f" e i pesi di tutti i beneficiari sommano {somma}"
        return testo, f"{fonte}; {riparto.pesi_fascia.fonte}"
    testo = f"{in_cifre(esito.percentuale)} per cento"
    if not _in_pochi(quadro, regole):
        totale = sum((b.percentuale for b in quadro.beneficiari), Fraction(0))
        testo += f", su {in_cifre(totale)} che è la somma delle percentuali di tutti i beneficiari"
    return testo, fonte


def _in_pochi(quadro: Quadro, regole: RegoleBonus) -> bool:
    """Whether a sum over everybody would tell one what another has."""
    return len(quadro.beneficiari) < regole.gruppo_minimo.valore


def _quote_uguali(fascia: int, quadro: Quadro, regole: RegoleBonus) -> tuple[str, str]:
    """The share of the band among those who are in it, and what the empty bands leave."""
    riparto, numero = regole.riparto, regole.fasce.numero
    piene = len(quadro.a_testa)
    in_fascia = len(quadro.a_testa[fascia])
    divisa = plurale(in_fascia, "beneficiario", "beneficiari")
    fra = f"la quota della fascia {regole.fasce.intervallo(fascia)} si divide fra {divisa}"
    if piene == numero:
        return f"{numero} quote; {fra}", riparto.metodo.fonte
    fonte = f"{riparto.metodo.fonte}; {riparto.fascia_vuota.fonte}"
    if riparto.fascia_vuota.valore is FasciaVuota.ALLE_ALTRE:
        return f"{piene} quote, perché una fascia vuota lascia la sua alle altre; {fra}", fonte
    tutti = plurale(len(quadro.beneficiari), "beneficiario", "beneficiari")
    avanzo = f"quello che le fasce vuote lasciano si divide fra {tutti}"
    return f"{numero} quote; {fra}; {avanzo}", fonte


def _centesimo(esito: Esito, esatta: Fraction) -> str:
    """Whether an odd cent is in it."""
    if Fraction(esito.importo or 0) > esatta:
        return ", con un centesimo che resta dalla divisione"
    return ""
