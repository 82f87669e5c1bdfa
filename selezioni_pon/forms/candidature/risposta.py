"""One item of the grid as whoever applies fills it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final

from django import forms

from cpia.norme.forms.versione import ConVersione
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.forms.campi import TestoLungo
from selezioni_pon.queries.candidature.impronte import Tenuta
from selezioni_pon.rules.griglia.modulo import Campo, Domanda, Genere, campo_di, valore
from selezioni_pon.rules.griglia.riscritto import scritti

LUNGO: Final = 12
DESCRIZIONE_MASSIMA: Final = 4000
SI: Final = "si"


class RispostaForm(ConVersione):
    """The fields of an item, by the names of ``modulo``, and which titles they are."""

    AZIONI: ClassVar[tuple[str, ...]] = ("scrive candidatura",)
    descrizione = TestoLungo(
        label="Quali sono",
        righe=2,
        max_length=DESCRIZIONE_MASSIMA,
        help_text="Che cosa, dove e quando.",
        error_messages={"max_length": "Al più %(limit_value)d caratteri: qui %(show_value)d."},
    )

    def __init__(self, *args: Any, domanda: Domanda, **altro: Any) -> None:
        # Many items on one page: each with its own ids and its own names.
        super().__init__(*args, **altro | {"auto_id": f"id_{domanda.nome}_%s"})
        self.domanda = domanda
        self.fields |= {campo.nome: _campo(campo) for campo in domanda.campi}

    def attuali(self, riga: Tenuta) -> dict[str, Any]:
        detti = scritti(self.domanda, riga.riga.valore)
        return {
            "descrizione": riga.riga.descrizione,
            **{c.nome: _iniziale(c, detti.get(c.nome, "")) for c in self.domanda.campi},
        }

    @property
    def valore(self) -> Mapping[str, Any] | None:
        """What was typed, as ``titolo_da`` reads it; None where nothing was."""
        puliti = self.cleaned_data
        return valore(
            self.domanda,
            {c.nome: _in_stringa(puliti.get(c.nome, "")) for c in self.domanda.campi},
        )

    @property
    def caselle(self) -> Sequence[tuple[Campo, forms.BoundField]]:
        """The fields with what they ask."""
        return [(campo, self[campo.nome]) for campo in self.domanda.campi]

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """What is wrong with a key of the value is at the field that wrote it."""
        for una in violazioni:
            dove = una.campo if una.campo in self.fields else campo_di(self.domanda, una.campo)
            # The item is written above its fields: only what is wrong is said here.
            self.add_error(dove, una.testo)


def _campo(campo: Campo) -> forms.Field:
    if campo.genere is Genere.SI_NO:
        return forms.BooleanField(label=campo.etichetta, required=False)
    if campo.scelte:
        return forms.ChoiceField(
            label=campo.etichetta,
            required=False,
            choices=[("", "–"), *campo.scelte],
            help_text=campo.aiuto,
            error_messages={"invalid_choice": "Scegli una delle possibilità."},
        )
    modo = "decimal" if campo.genere is Genere.PUNTI else "numeric"
    return forms.CharField(
        label=campo.etichetta,
        required=False,
        max_length=LUNGO,
        help_text=campo.aiuto,
        widget=forms.TextInput(attrs={"inputmode": modo, "autocomplete": "off"}),
        error_messages={"max_length": "È troppo lungo: serve un numero."},
    )


def _iniziale(campo: Campo, detto: str) -> object:
    return detto == SI if campo.genere is Genere.SI_NO else detto


def _in_stringa(detto: object) -> str:
    if isinstance(detto, bool):
        return SI if detto else ""
    return str(detto)
