"""What is decided of one declared title: accepted, accepted in part, refused, with the reason."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.versione import ConVersione, VersioneField
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.forms.commissione.campi import CAMPI, scritti_nei
from selezioni_pon.models import DecisioneTitolo
from selezioni_pon.rules.griglia.modulo import Domanda, campo_di, valore
from selezioni_pon.rules.griglia.riscritto import scritti
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from selezioni_pon.services.commissione.titoli import AZIONE, DatiDecisione

VERBI: Final = {
    EsitoTitolo.ACCETTATO: "Accetta",
    EsitoTitolo.RIDOTTO: "Riduci",
    EsitoTitolo.RIFIUTATO: "Rifiuta",
}


class DecisioneForm(ConVersione):
    """The decision on one title; what counts of it has the fields of its item in the grid."""

    AZIONI = (AZIONE,)

    esito = forms.ChoiceField(
        choices=scelte(EsitoTitolo), widget=forms.HiddenInput, label="La commissione"
    )
    motivo = forms.CharField(
        required=False, max_length=1000, label="Perché", widget=forms.Textarea({"rows": 3})
    )
    versione = VersioneField()

    def __init__(self, *args: Any, domanda: Domanda, recenti: Sequence[str] = (), **altro: Any):
        super().__init__(*args, **altro)
        self.domanda = domanda
        self.fields["recente"] = forms.ChoiceField(
            required=False, label="Un motivo già scritto",
            choices=[("", "–"), *((motivo, motivo) for motivo in recenti)],
        )  # fmt: skip
        for campo in domanda.campi:
            self.fields[campo.nome] = CAMPI[campo.genere](campo)

    def attuali(self, riga: DecisioneTitolo) -> dict[str, Any]:
        """What the commission decided, field by field."""
        tenuti = {} if riga.ammesso is None else scritti(self.domanda, riga.ammesso)
        return {
            "esito": riga.esito,
            "motivo": riga.motivo,
            "recente": "",
            **{campo.nome: tenuti.get(campo.nome, "") for campo in self.domanda.campi},
        }

    @property
    def scelto(self) -> EsitoTitolo:
        """What the button says; a refusal where it says nothing that can be read."""
        detto = str(self["esito"].value())
        return next((uno for uno in EsitoTitolo if uno == detto), EsitoTitolo.RIFIUTATO)

    @property
    def verbo(self) -> str:
        return VERBI[self.scelto]

    @property
    def del_titolo(self) -> list[forms.BoundField]:
        """The fields of what counts of the title."""
        return [self[campo.nome] for campo in self.domanda.campi]

    def clean(self) -> dict[str, Any]:
        """Take the reason that was chosen where none was typed; say what of the title is wrong."""
        dati = super().clean() or self.cleaned_data
        dati["motivo"] = dati.get("motivo") or dati.get("recente") or ""
        if dati.get("esito") == EsitoTitolo.RIDOTTO:
            letto = valore(self.domanda, scritti_nei(self, self.domanda))
            detto = titolo_da(self.domanda.voce, letto) if letto else ()
            if not isinstance(detto, Titolo):
                for uno in detto:
                    self.add_error(campo_di(self.domanda, uno.campo), uno.testo)
        return dati

    @property
    def dati(self) -> DatiDecisione:
        """The decision as the service takes it."""
        esito = EsitoTitolo(self.cleaned_data["esito"])
        ammesso = None
        if esito is EsitoTitolo.RIDOTTO:
            ammesso = valore(self.domanda, scritti_nei(self, self.domanda))
        return DatiDecisione(esito, ammesso, self.cleaned_data["motivo"])

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """What speaks against what counts of the title goes to its first field."""
        primo = self.domanda.campi[0].nome
        super().riporta(
            replace(una, campo=primo) if una.campo == "ammesso" else una for una in violazioni
        )
