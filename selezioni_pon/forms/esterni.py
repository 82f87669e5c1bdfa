"""What one writes to register as a candidate: on the public page, and at the desk."""

from typing import Final

from django import forms

from cpia.norme.forms.comuni import ConViolazioni
from cpia.norme.forms.persone import CodiceFiscaleField, EmailField, NomeField
from selezioni_pon.services.esterni import DatiCandidato

MANCA_IL_CODICE: Final = "Scrivi il codice fiscale."
# So that a browser offers what it knows of who writes of oneself.
DI_SE: Final = {"cognome": "family-name", "nome": "given-name", "email": "email"}


class CandidatoForm(ConViolazioni):
    """Who one is, and where the link goes."""

    cognome = NomeField("Cognome", "Scrivi il cognome.")
    nome = NomeField("Nome", "Scrivi il nome.")
    codice_fiscale = CodiceFiscaleField(
        help_text="Sedici caratteri.", error_messages={"required": MANCA_IL_CODICE}
    )
    email = EmailField()

    @property
    def dati(self) -> DatiCandidato:
        """What the services take."""
        campi = ("cognome", "nome", "codice_fiscale", "email")
        return DatiCandidato(*(self.cleaned_data[campo] for campo in campi))


class RegistratiForm(CandidatoForm):
    """The public form: of oneself, with a field that only machines fill in."""

    email = EmailField(help_text="Qui arriva il collegamento per confermare.")
    sito = forms.CharField(required=False, max_length=200, label="Sito web")

    def __init__(self, *args: object, **altro: object) -> None:
        super().__init__(*args, **altro)
        for campo, cosa in DI_SE.items():
            self.fields[campo].widget.attrs["autocomplete"] = cosa

    @property
    def di_una_macchina(self) -> bool:
        """Whether something wrote where no person does."""
        return bool(self.data.get("sito"))


class SportelloForm(CandidatoForm):
    """The form of the desk: the doubts are confirmed by who has the card in the hand."""

    email = EmailField(help_text="Qui arriva l’invito a entrare nel portale.")
    codice_confermato = forms.BooleanField(
        label="Ho controllato: sulla tessera è scritto proprio così", required=False
    )
    email_cambiata = forms.BooleanField(
        label="Ho visto il documento: l’indirizzo di prima non è più il suo", required=False
    )

    @property
    def da_confermare(self) -> list[forms.BoundField]:
        """The ticks that are to be shown: only where there is a doubt."""
        nomi = ("codice_confermato", "email_cambiata")
        return [self[nome] for nome in nomi if nome in self.errors or self[nome].value()]


class TerminaForm(ConViolazioni):
    """Why a role ends before its time."""

    motivo = forms.CharField(
        label="Motivo", max_length=200, error_messages={"required": "Scrivi il motivo."},
        help_text="Per esempio: l’ha chiesto lei, era registrato due volte.",
    )  # fmt: skip
