"""What every application says, and its titles."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms

from cpia.norme.enums import scelte
from cpia.norme.forms.comuni import Giorno
from selezioni_pon.enums import GruppoPrecedenza
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.services.infanzia import DatiDomanda

DELLA_DOMANDA: Final = (
    "presentata_il", "residente", "residenza_dal", "precedenza", "precedenza_da",
)  # fmt: skip


class ConDomanda(forms.Form):
    """What every application says, and its titles: one tick for each of the criteria."""

    presentata_il = Giorno(label="Domanda presentata il", manca="Scrivi quando è arrivata.")
    residente = forms.BooleanField(label="Risiede nel territorio della scuola", required=False)
    residenza_dal = Giorno(
        label="Residente dal", required=False,
        help_text="Serve per chi arriva dopo il conteggio di agosto.",
    )  # fmt: skip
    precedenza = forms.ChoiceField(
        label="Precedenza", required=False, choices=[("", "Nessuna"), *scelte(GruppoPrecedenza)],
        error_messages={"invalid_choice": "Scegli dall’elenco."},
    )  # fmt: skip
    precedenza_da = forms.CharField(
        label="Da quale atto risulta", max_length=200, required=False,
        help_text="Gli estremi, per esempio «nota ASL prot. 812»: non che cosa dice.",
    )  # fmt: skip

    griglia: Griglia

    def _titoli(self, griglia: Griglia, *, verifica: bool) -> None:
        """A tick for each item; beside it, where one checks, why it does not count."""
        self.griglia = griglia
        for posto, voce in enumerate(griglia.voci, start=1):
            self.fields[f"titolo{posto}"] = forms.BooleanField(label=voce.testo, required=False)
            if verifica:
                self.fields[f"perche{posto}"] = forms.CharField(
                    label=f"Perché {voce.come_stampato} non conta", max_length=400, required=False
                )

    @property
    def voci(self) -> Iterator[tuple[Any, forms.BoundField, forms.BoundField | None]]:
        """Each item with its tick and why it does not count, to be shown."""
        for posto, voce in enumerate(self.griglia.voci, start=1):
            nome = f"perche{posto}"
            yield voce, self[f"titolo{posto}"], self[nome] if nome in self.fields else None

    @property
    def titoli(self) -> Mapping[str, str]:
        """The items that the family declares, with why one does not count."""
        return {
            voce.numero: self.cleaned_data.get(f"perche{posto}", "")
            for posto, voce in enumerate(self.griglia.voci, start=1)
            if self.cleaned_data[f"titolo{posto}"]
        }

    @property
    def dati(self) -> DatiDomanda:
        """What the service takes."""
        puliti = {nome: self.cleaned_data[nome] for nome in DELLA_DOMANDA}
        return DatiDomanda(**puliti, titoli=self.titoli)

    def clean(self) -> dict[str, Any]:
        """A reason beside a title that is not declared would be lost."""
        puliti = super().clean() or {}
        for posto, _ in enumerate(self.griglia.voci, start=1):
            if puliti.get(f"perche{posto}") and not puliti.get(f"titolo{posto}"):
                self.add_error(f"perche{posto}", "Questo titolo non è dichiarato: togli il motivo.")
        return puliti
