"""The points of the commission: one's own, then those agreed with the reason."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.versione import ConVersione, VersioneField
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.forms.commissione.campi import CAMPI, scritti_nei
from selezioni_pon.models import PuntiConcordati
from selezioni_pon.rules.griglia.modulo import Domanda, valore
from selezioni_pon.rules.griglia.riscritto import scritti
from selezioni_pon.services.commissione.discrezionali import CONCORDA


class _DellaVoce(ConViolazioni):
    """The one field of an item of the commission: points, or a word of its rubric."""

    MANCANO = "Scrivi i punti."

    def __init__(self, *args: Any, domanda: Domanda, **altro: Any):
        super().__init__(*args, **altro)
        self.domanda = domanda
        self.nome = domanda.campi[0].nome
        for campo in domanda.campi:
            self.fields[campo.nome] = CAMPI[campo.genere](campo)
        self.fields[self.nome].required = True
        self.fields[self.nome].error_messages["required"] = self.MANCANO

    @property
    def punti(self) -> forms.BoundField:
        """The field as the page shows it."""
        return self[self.nome]

    @property
    def valore(self) -> Mapping[str, Any]:
        """What was typed, as ``titolo_da`` reads it."""
        return valore(self.domanda, scritti_nei(self, self.domanda)) or {}

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """What speaks against the points goes to their field."""
        super().riporta(
            una if una.campo in ("", "motivo") else replace(una, campo=self.nome)
            for una in violazioni
        )


class PuntiForm(_DellaVoce):
    """One's own points."""


class AccordoForm(_DellaVoce, ConVersione):
    """What the commission gives together; the mean needs no other reason."""

    AZIONI = (CONCORDA,)

    motivo = forms.CharField(
        required=False, max_length=1000, label="Perché", widget=forms.Textarea({"rows": 3})
    )
    versione = VersioneField()

    def attuali(self, riga: PuntiConcordati) -> dict[str, Any]:
        """What was agreed, field by field."""
        tenuti = scritti(self.domanda, riga.valore)
        return {
            "motivo": riga.motivo,
            **{campo.nome: tenuti.get(campo.nome, "") for campo in self.domanda.campi},
        }
