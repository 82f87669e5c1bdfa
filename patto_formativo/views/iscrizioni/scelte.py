"""The courses as one chooses them: path by path, each with site and hours."""

from dataclasses import dataclass

from patto_formativo.enums import GenereOfferta
from patto_formativo.forms.iscrizioni import DomandaForm
from patto_formativo.models import Offerta

DETTO = {
    GenereOfferta.ALFABETIZZAZIONE: "Impari l’italiano.",
    GenereOfferta.PRIMO_PERIODO: "Prendi il diploma di terza media.",
    GenereOfferta.SECONDO_PERIODO: "Fai i primi due anni delle superiori.",
    GenereOfferta.AMPLIAMENTO: "Corsi brevi.",
}


@dataclass(frozen=True, slots=True)
class Gruppo:
    """The courses of a path, in plain words."""

    genere: GenereOfferta
    detto: str
    offerte: tuple[Offerta, ...]


def gruppi(form: DomandaForm) -> list[Gruppo]:
    """The courses among which the form lets choose. One query."""
    tutte = list(form.fields["offerta"].queryset)
    return [
        Gruppo(genere, DETTO[genere], trovate)
        for genere in GenereOfferta
        if (trovate := tuple(riga for riga in tutte if riga.genere == genere))
    ]
