"""Input of the ground: the file to import, which of its columns is what, a first password."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.password_validation import validate_password
from django.core.files.uploadedfile import UploadedFile

from cpia.scuola.importazione.rules.foglio import MAX_BYTE
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.parole import elenco

TIPI = [
    (Tipo.CLASSI, "Classi"),
    (Tipo.STUDENTI, "Studenti"),
    (Tipo.DOCENTI, "Docenti"),
    (Tipo.CATTEDRE, "Cattedre"),
]
ESEMPI = 3


class IdentitaForm(forms.Form):
    """Whether who registered from outside is the person of the document."""

    STESSA, ALTRA = "stessa", "altra"
    esito = forms.ChoiceField(
        label="Chi si è registrato",
        choices=[
            (STESSA, "È la stessa persona: ho visto un documento, e l’indirizzo è suo"),
            (ALTRA, "Non è la stessa persona: il suo accesso viene tolto"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Scegli se è la stessa persona."},
    )


class NuovaImportazioneForm(forms.Form):
    """What the file lists, for which school year, and the file."""

    tipo = forms.TypedChoiceField(
        label="Che cosa elenca il file",
        choices=TIPI,
        coerce=Tipo,
        widget=forms.RadioSelect,
        error_messages={"required": "Scegli che cosa elenca il file."},
    )
    anno = forms.TypedChoiceField(
        label="Anno scolastico",
        coerce=int,
        error_messages={"required": "Scegli l’anno scolastico."},
    )
    file = forms.FileField(
        label="File",
        help_text="Un foglio .csv o .xlsx, al più 10 MB e 5.000 righe.",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
        error_messages={
            "required": "Scegli un file dal computer.",
            "empty": "Il file è vuoto.",
            "max_length": "Il nome del file è troppo lungo: accorcialo.",
        },
        max_length=200,
    )

    def __init__(self, *args: Any, anni: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["anno"].choices = [(a, f"{a}/{(a + 1) % 100:02d}") for a in anni]

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is not None and file.size > MAX_BYTE:
            raise forms.ValidationError("Il file supera i 10 MB: dividilo in due o più file.")
        return file


class ColonneForm(forms.Form):
    """For every column of the file, the field that it holds or nothing."""

    def __init__(
        self,
        *args: Any,
        tipo: Tipo,
        intestazione: Sequence[str],
        righe: Sequence[Sequence[str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.tracciato = TRACCIATI[tipo]
        scelte = [("", "Non si importa"), *((c.nome, c.etichetta) for c in self.tracciato.campi)]
        for posto, nome in enumerate(intestazione):
            self.fields[f"colonna_{posto}"] = forms.ChoiceField(
                label=nome or f"Colonna {posto + 1}, senza nome",
                choices=scelte,
                required=False,
                help_text=_esempi(righe, posto),
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    @property
    def colonne(self) -> dict[str, int]:
        """Field -> column."""
        return {
            campo: int(nome.removeprefix("colonna_"))
            for nome, campo in self.cleaned_data.items()
            if campo
        }

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        visti: dict[str, str] = {}
        for nome, campo in list(dati.items()):
            prima = visti.setdefault(campo, nome) if campo else nome
            if prima != nome:
                self.add_error(
                    nome, f"È già la colonna «{self.fields[prima].label}»: scegline una."
                )
        for manca in self.tracciato.mancanti(set(dati.values())):
            self.add_error(None, f"Manca una colonna per: {manca}.")
        return dati


def colonne_iniziali(colonne: dict[str, int]) -> dict[str, str]:
    """Initial values of ``ColonneForm`` from field -> column."""
    return {f"colonna_{posto}": campo for campo, posto in colonne.items()}


def _esempi(righe: Sequence[Sequence[str]], posto: int) -> str:
    """The first different values of a column."""
    valori = (riga[posto].strip() for riga in righe if posto < len(riga))
    diversi = list(dict.fromkeys(valore[:40] for valore in valori if valore))
    return elenco(f"«{valore}»" for valore in diversi[:ESEMPI])


# What is wrong with a password, by the code of who judges it.
PASSWORD_RIFIUTATA = {
    "password_too_short": "È troppo corta: servono almeno 12 caratteri.",
    "password_too_common": "È fra le password più usate: scegline un’altra.",
    "password_too_similar": "Somiglia troppo al tuo indirizzo e-mail.",
    "password_entirely_numeric": "È fatta di sole cifre: aggiungi delle parole.",
}


class PasswordInvitoForm(SetPasswordForm):
    """The password of who accepts an invitation, twice; for a login that may not exist yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nuova, ripetuta = self.fields["new_password1"], self.fields["new_password2"]
        nuova.label, ripetuta.label = "Password", "Ripeti la password"
        nuova.help_text = (
            "Almeno 12 caratteri, non solo cifre. Una frase di tre o quattro parole va bene."
        )
        ripetuta.help_text = ""
        nuova.error_messages["required"] = "Scrivi una password."
        ripetuta.error_messages["required"] = "Riscrivi qui la stessa password."
        self.error_messages = {"password_mismatch": "Le due password non sono uguali."}

    def validate_password_for_user(
        self,
        user: AbstractBaseUser,
        password_field_name: str = "new_password2",  # noqa: S107, a field
    ) -> None:
        """Say it in Italian, beside the field where one chooses."""
        password = self.cleaned_data.get(password_field_name)
        try:
            if password:
                validate_password(password, user)
        except forms.ValidationError as rifiuto:
            for errore in rifiuto.error_list:
                testo = PASSWORD_RIFIUTATA.get(errore.code or "", errore.messages[0])
                self.add_error("new_password1", testo)
