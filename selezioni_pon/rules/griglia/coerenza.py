"""Titles that cannot stand together, or not in this grid: said to whoever applies, before sending.

Source: IC Pinocchio Montesicuro, Consiglio d’istituto 26 April 2018, minutes n. 14, annex 1:
«selezionare una sola delle opzioni indicate», «requisito obbligatorio se in possesso del requisito
di cui alla lettera b)», «solo per Collaboratori Scolastici».
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco
from selezioni_pon.rules.griglia.frasi import chiamata, fonte_di, per_chi
from selezioni_pon.rules.griglia.legami import alternative
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo


def contraddizioni(griglia: Griglia, titoli: Sequence[Titolo]) -> tuple[Violazione, ...]:
    """What speaks against these titles together, in order of print; ``campo`` is the item.

    Codes: ``voce_ignota``, ``due_nomi``, ``altro_profilo``, ``manca_requisito``, ``alternative``.
    """
    dette = Counter(titolo.voce for titolo in titoli)
    presenti = {titolo.voce for titolo in titoli if titolo.presente}
    ci_sono = [voce for voce in griglia.voci if presenti.intersection(voce.nomi)]
    trovate = list(_ignote(griglia, dette))
    for voce in griglia.voci:
        trovate += _due_nomi(griglia, voce, dette)
        if voce in ci_sono:
            trovate += _della_voce(griglia, voce, ci_sono)
    return tuple(trovate)


def _ignote(griglia: Griglia, dette: Counter[str]) -> Iterator[Violazione]:
    for nome in sorted(nome for nome in dette if griglia.voce(nome) is None):
        testo = f"La griglia «{griglia.titolo}» non ha la voce {nome}."
        yield Violazione("voce_ignota", testo, griglia.fonte, nome)


def _due_nomi(griglia: Griglia, voce: Voce, dette: Counter[str]) -> Iterator[Violazione]:
    if voce.altro_nome and sum(dette[nome] for nome in voce.nomi) > 1:
        testo = f"{elenco(voce.nomi)} sono la stessa voce: scrivine una sola."
        yield Violazione("due_nomi", testo, fonte_di(griglia, voce), voce.altro_nome)


def _della_voce(griglia: Griglia, voce: Voce, ci_sono: Sequence[Voce]) -> Iterator[Violazione]:
    fonte = fonte_di(griglia, voce)
    if not voce.per(griglia.profilo):
        testo = f"La voce {chiamata(voce)} vale solo per {per_chi(voce)}."
        yield Violazione("altro_profilo", testo, fonte, voce.numero)
    numeri = {una.numero for una in ci_sono}
    for manca in voce.richiede:
        if manca not in numeri:
            testo = f"La voce {chiamata(voce)} non vale senza la voce {manca}."
            yield Violazione("manca_requisito", testo, fonte, voce.numero)
    for altra in ci_sono[: ci_sono.index(voce)]:
        if alternative(voce, altra):
            testo = (
                f"Le voci {chiamata(altra)} e {chiamata(voce)} sono alternative: si dichiara "
                "una sola delle due."
            )
            yield Violazione("alternative", testo, fonte, voce.numero)
