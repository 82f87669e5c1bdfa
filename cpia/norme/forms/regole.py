"""One rule of a draft: how its value is written depends on its type."""

from typing import Any, Final

from django import forms

from cpia.norme.enums import TipoParametro, Unita, scelte
from cpia.norme.rules import Chiave, Durata, ValoreNonValido
from cpia.norme.rules.scritto import Scritto

AIUTI: Final = {
    TipoParametro.INTERO: "Un numero intero, come 15.",
    TipoParametro.DECIMALE: "Un numero, come 2,50.",
    TipoParametro.FRAZIONE: "Una frazione, come 2/3.",
    TipoParametro.ELENCO: "Numeri interi separati da virgole, come 7, 3, 1.",
    TipoParametro.GIORNO_MESE: "Giorno e mese, come 26/09; «nessuno» se non c’è.",
}
UNITA: Final = {unita.value: unita for unita in Unita}


class RegolaForm(forms.Form):
    """One rule of a draft; how the value is written depends on its type."""

    chiave = forms.CharField(widget=forms.HiddenInput)
    visto = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    articolo = forms.CharField(
        label="Articolo",
        max_length=160,
        help_text="Dove lo dice il regolamento: «art. 6», «lettera A».",
        error_messages={"required": "Scrivi l’articolo: una regola senza articolo non si adotta."},
    )
    testo = forms.CharField(
        label="Parole del regolamento",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Copiate, così chi chiede «perché?» le legge.",
    )

    def __init__(self, *args: Any, nota: Chiave, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nota = nota
        self.fields["valore"] = _campo_valore(nota)
        if nota.tipo is TipoParametro.DURATA:
            self.fields["valore"].label = "Quanto"
            self.fields["unita"] = forms.ChoiceField(label="Contato in", choices=scelte(Unita))
        self.order_fields(["valore", "unita", "articolo", "testo", "chiave", "visto"])

    @property
    def valore_scritto(self) -> str:
        """The value as it would be stored, even while it is half written."""
        valore = str(self.data.get("valore", "")).strip()
        if self.nota.tipo is not TipoParametro.DURATA or not valore:
            return valore
        return componi(valore, str(self.data.get("unita", Unita.GIORNI)))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "valore" in self.cleaned_data:
            try:
                self.nota.leggi(self.valore_scritto)
            except ValoreNonValido as errore:
                self.add_error("valore", f"{str(errore)[:1].upper()}{str(errore)[1:]}.")
        return self.cleaned_data

    @property
    def scritto(self) -> Scritto:
        dati = self.cleaned_data
        return Scritto(self.nota.chiave, self.valore_scritto, dati["articolo"], dati["testo"])


def componi(quantita: str, unita: str) -> str:
    """The text of a length of time from its two fields: ``5`` and ``ore`` give ``5 ore``."""
    if quantita.isascii() and quantita.isdigit() and len(quantita) < 5 and unita in UNITA:
        return str(Durata(int(quantita), UNITA[unita]))
    return f"{quantita} {unita.replace('_', ' ')}"


def iniziali(nota: Chiave, scritto: Scritto) -> dict[str, str]:
    """The fields of a rule that is there already; what cannot be read stays as it is written."""
    dati = {
        "chiave": nota.chiave, "visto": scritto.impronta, "articolo": scritto.articolo,
        "testo": scritto.testo,
    }  # fmt: skip
    valore = scritto.valore
    try:
        letto = nota.leggi(valore)
    except ValoreNonValido:
        return dati | {"valore": valore}
    if isinstance(letto, Durata):
        return dati | {"valore": str(letto.quantita), "unita": letto.unita.value}
    if isinstance(letto, bool):
        return dati | {"valore": "sì" if letto else "no"}
    return dati | {"valore": valore}


def _campo_valore(nota: Chiave) -> forms.Field:
    manca = {"required": "Il valore manca.", "invalid_choice": "Scegli uno dei valori."}
    if nota.tipo is TipoParametro.BOOLEANO:
        return forms.ChoiceField(
            label="Valore", choices=[("sì", "sì"), ("no", "no")], widget=forms.RadioSelect,
            error_messages=manca,
        )  # fmt: skip
    if nota.tipo is TipoParametro.SCELTA:
        return forms.ChoiceField(
            label="Valore", choices=list(nota.scelte.items()), widget=forms.RadioSelect,
            error_messages=manca,
        )  # fmt: skip
    return forms.CharField(
        label="Valore", max_length=160, error_messages=manca, help_text=AIUTI.get(nota.tipo, ""),
        widget=forms.TextInput(attrs={"class": "corto", "autocomplete": "off"}),
    )  # fmt: skip
