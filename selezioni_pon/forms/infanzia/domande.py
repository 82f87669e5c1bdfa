"""An application as the office copies it from the paper, checks it, or takes note of who leaves."""

from typing import Any, Final

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.enums import Legame, Sesso
from cpia.scuola.parole import con_maiuscola
from cpia.scuola.rules import CodiceFiscaleNonValido, controlla_codice_fiscale, di_ente
from selezioni_pon.forms.infanzia.campi_domanda import DELLA_DOMANDA, ConDomanda
from selezioni_pon.models import DomandaInfanzia
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.services.infanzia import Adulto, DatiBambino

ADULTI: Final = (1, 2)
DEL_BAMBINO: Final = ("cognome", "nome", "data_nascita", "sesso", "codice_fiscale")


class DomandaForm(ConDomanda, ConViolazioni):
    """A new application: the child, who answers for it, what is declared."""

    cognome = forms.CharField(
        label="Cognome del bambino", max_length=80,
        error_messages={"required": "Scrivi il cognome."},
    )  # fmt: skip
    nome = forms.CharField(
        label="Nome del bambino", max_length=80, error_messages={"required": "Scrivi il nome."}
    )
    data_nascita = Giorno(label="Data di nascita", manca="Scrivi la data di nascita.")
    sesso = forms.ChoiceField(
        label="Sesso", required=False,
        choices=[("", "Non indicato"), *((s.value, con_maiuscola(s.label)) for s in Sesso)],
    )  # fmt: skip
    codice_fiscale = forms.CharField(
        label="Codice fiscale", max_length=30, required=False,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "spellcheck": "false"}),
        help_text="Sedici caratteri. Se non c’è ancora, lascia vuoto.",
    )  # fmt: skip

    def __init__(self, *args: Any, griglia: Griglia, **altro: Any) -> None:
        super().__init__(*args, **altro)
        for n in ADULTI:
            self._adulto(n)
        self._titoli(griglia, verifica=False)

    def _adulto(self, n: int) -> None:
        due = "" if n == 1 else " (secondo)"
        campi: dict[str, forms.Field] = {
            "cognome": forms.CharField(
                label=f"Cognome di chi risponde{due}", max_length=80, required=n == 1,
                error_messages={"required": "Scrivi chi risponde del bambino."},
            ),
            "nome": forms.CharField(
                label=f"Nome di chi risponde{due}", max_length=80, required=n == 1,
                error_messages={"required": "Scrivi il nome."},
            ),
            "email": forms.EmailField(
                label=f"E-mail{due}", max_length=254, required=False,
                help_text="Qui arriva l’invito al portale, dove si legge il proprio posto.",
                error_messages={"invalid": "Scrivi un indirizzo come nome@esempio.it."},
            ),
            "legame": forms.ChoiceField(
                label=f"È{due}", choices=[(x.value, con_maiuscola(x.label)) for x in Legame],
                required=False,
            ),
        }  # fmt: skip
        for nome, campo in campi.items():
            self.fields[f"adulto{n}_{nome}"] = campo

    def clean_codice_fiscale(self) -> str:
        scritto: str = self.cleaned_data["codice_fiscale"].strip()
        if not scritto:
            return ""
        try:
            codice = controlla_codice_fiscale(scritto)
        except CodiceFiscaleNonValido as guasto:
            raise forms.ValidationError(f"{con_maiuscola(str(guasto))}.") from guasto
        if di_ente(codice):
            raise forms.ValidationError("È il codice di un ente: scrivi quello del bambino.")
        return codice

    def clean(self) -> dict[str, Any]:
        puliti = super().clean()
        if bool(puliti.get("adulto2_cognome")) != bool(puliti.get("adulto2_nome")):
            self.add_error("adulto2_cognome", "Scrivi cognome e nome, o lascia vuoti tutti e due.")
        return puliti

    @property
    def bambino(self) -> DatiBambino:
        """The child, as the service takes it."""
        return DatiBambino(**{nome: self.cleaned_data[nome] for nome in DEL_BAMBINO})

    @property
    def adulti(self) -> tuple[Adulto, ...]:
        """Who answers for it: those whose name is written."""
        campi = ("cognome", "nome", "email", "legame")
        letti = [{c: self.cleaned_data[f"adulto{n}_{c}"] for c in campi} for n in ADULTI]
        return tuple(
            Adulto(**uno | {"legame": uno["legame"] or Legame.GENITORE.value})
            for uno in letti
            if uno["cognome"]
        )


class ScriviDomandaForm(ConDomanda, ConVersione):
    """An application that is corrected or checked."""

    AZIONI = ("scrive domanda per l’infanzia",)

    def __init__(self, *args: Any, griglia: Griglia, **altro: Any) -> None:
        super().__init__(*args, **altro)
        self._titoli(griglia, verifica=True)

    def attuali(self, riga: DomandaInfanzia) -> dict[str, Any]:
        """What the row says, with its titles. One query."""
        tenuti = {uno.voce: uno.non_conta for uno in riga.titoli.all()}
        detti: dict[str, Any] = {nome: getattr(riga, nome) for nome in DELLA_DOMANDA}
        for posto, voce in enumerate(self.griglia.voci, start=1):
            detti[f"titolo{posto}"] = voce.numero in tenuti
            detti[f"perche{posto}"] = tenuti.get(voce.numero, "")
        return detti


class RinunciaForm(ConViolazioni):
    """When a family gave up, and which paper shows it."""

    rinuncia_il = Giorno(label="La famiglia ha rinunciato il", manca="Scrivi il giorno.")
    rinuncia_da = forms.CharField(
        label="Da quale atto risulta", max_length=200,
        help_text="Per esempio: nota della famiglia, prot. 812.",
        error_messages={"required": "Scrivi da quale atto risulta la rinuncia."},
    )  # fmt: skip
    riletto = forms.BooleanField(
        label="Ho riletto di chi è la domanda",
        error_messages={"required": "Rileggi e spunta la casella."},
    )
