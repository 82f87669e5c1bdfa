"""The titles that a request of the kind ``griglia`` names, each with the value of its item."""

from collections.abc import Iterator
from dataclasses import replace

from cpia.norme.rules.motivi import Violazione
from cpia.portale.calcolo.campi import Campi
from cpia.portale.calcolo.guasti import Guasto, NumeroImproprio, figlio, mostra, visibile
from cpia.scuola.parole import elenco
from selezioni_pon.rules.griglia.coerenza import contraddizioni
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da


def leggi_titoli(campi: Campi, griglia: Griglia) -> tuple[Titolo, ...]:
    """The titles named in an object, by number of item; faults are noted at their item.

    What contradicts itself across items is looked for only once each is readable.
    """
    prima = len(campi.guasti)
    titoli = tuple(_titoli(campi, griglia))
    if len(campi.guasti) == prima:
        for violazione in contraddizioni(griglia, titoli):
            campi.guasto(_come_chiesta(campi, griglia, violazione.campo), _detta(violazione))
    return titoli


def _come_chiesta(campi: Campi, griglia: Griglia, numero: str) -> str:
    """An item by the name that the request gave it: «b» for 2."""
    voce = griglia.voce(numero)
    nomi = () if voce is None or numero in campi.chiavi else voce.nomi
    return next((nome for nome in nomi if nome in campi.chiavi), numero)


def _titoli(campi: Campi, griglia: Griglia) -> Iterator[Titolo]:
    for nome in campi.chiavi:
        voce = griglia.voce(nome)
        if voce is None:
            numeri = elenco(voce.numero for voce in griglia.voci)
            campi.guasto(nome, f"la voce {mostra(nome)} non c’è; le voci sono {numeri}")
        else:
            yield from _titolo(campi, nome, voce)


def _titolo(campi: Campi, nome: str, voce: Voce) -> Iterator[Titolo]:
    valore, dove = campi.valore(nome), figlio(campi.percorso, nome)
    impropri = list(_impropri(valore, dove))
    campi.guasti += impropri
    if impropri:
        return
    letto = titolo_da(voce, valore)
    if isinstance(letto, Titolo):
        yield replace(letto, voce=nome)
    else:
        campi.guasti += [_guasto(violazione, dove) for violazione in letto]


def _guasto(violazione: Violazione, dove: str) -> Guasto:
    """A fault of a value, at its key where the value has keys."""
    percorso = figlio(dove, violazione.campo) if violazione.campo else dove
    return Guasto(percorso, _detta(violazione))


def _detta(violazione: Violazione) -> str:
    """Its sentence as the lines of faults have it, after the place and on one line."""
    testo = visibile(violazione.testo).removesuffix(".")
    return testo[:1].lower() + testo[1:]


def _impropri(valore: object, dove: str) -> Iterator[Guasto]:
    """The numbers that JSON has and exact arithmetic has not."""
    if isinstance(valore, NumeroImproprio):
        buono = 'un numero intero, o con decimali fra virgolette, come "2.5"'
        yield Guasto(dove, f"ci vuole {buono}, non {mostra(valore)}")
    elif isinstance(valore, dict):
        for chiave, dentro in valore.items():
            yield from _impropri(dentro, figlio(dove, chiave))
    elif isinstance(valore, list):
        for posto, dentro in enumerate(valore):
            yield from _impropri(dentro, f"{dove}[{posto}]")
